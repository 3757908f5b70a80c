package dev.taskstore.dialect.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server of embedded binaries whose settings and access rules a test changes. */
final class OwnServer implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private OwnServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static OwnServer start() throws IOException {
    return new OwnServer(PostgresServer.embedded());
  }

  int port() {
    return postgres.getPort();
  }

  /** Runs statements as the superuser, who needs no password. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Replaces the rules of access for all users but the superuser. */
  void allow(String rules) throws IOException, SQLException {
    Path file = Path.of(setting("hba_file"));
    Files.writeString(file, "host all postgres all trust\n" + rules);
    execute("SELECT pg_reload_conf()");
  }

  /** Changes settings, given by name and value, and waits until new sessions have them. */
  void setAll(String... settings) throws SQLException, InterruptedException {
    for (int i = 0; i < settings.length; i += 2) {
      execute("ALTER SYSTEM SET " + settings[i] + " = '" + settings[i + 1] + "'");
    }
    execute("SELECT pg_reload_conf()");
    for (int i = 0; i < settings.length; i += 2) {
      for (int j = 0; j < 500 && !setting(settings[i]).equals(settings[i + 1]); j++) {
        Thread.sleep(20);
      }
    }
  }

  String setting(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
