package dev.taskstore.deploy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server with the files of the overlay single-server: its rules of access, its roles,
 * and the certificate of {@code create-secrets}. The superuser is also admitted through TCP,
 * because the embedded binaries have no other way.
 */
final class DatabaseServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path secrets;

  private DatabaseServer(EmbeddedPostgres server, Path secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  /** Starts a server with the secrets of a folder, and creates its roles and its database. */
  static DatabaseServer start(Path secrets) throws IOException, SQLException {
    Path access = secrets.resolve("pg_hba.conf");
    Files.writeString(
        access,
        "host all postgres 127.0.0.1/32 trust\n"
            + Files.readString(Overlay.SINGLE_SERVER.folder().resolve("pg_hba.conf")));
    EmbeddedPostgres server = EmbeddedPostgres.start();
    DatabaseServer started = new DatabaseServer(server, secrets);
    Path tls = secrets.resolve("tls").toAbsolutePath();
    started.execute(
        "ALTER SYSTEM SET ssl_cert_file = '" + tls.resolve("tls.crt") + "'",
        "ALTER SYSTEM SET ssl_key_file = '" + tls.resolve("tls.key") + "'",
        "ALTER SYSTEM SET ssl = on",
        "CREATE DATABASE taskstore");
    Files.copy(
        access,
        Path.of(started.query("SHOW data_directory")).resolve("pg_hba.conf"),
        StandardCopyOption.REPLACE_EXISTING);
    started.execute("SELECT pg_reload_conf()");
    started.run("roles.sql");
    started.run("privileges.sql");
    return started;
  }

  int port() {
    return server.getPort();
  }

  /** Runs a script of the overlay in the database of the application. */
  String run(String script) {
    ProcessBuilder psql =
        new ProcessBuilder(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--host=127.0.0.1",
            "--port=" + port(),
            "--username=postgres",
            "--dbname=taskstore",
            "--file=" + Overlay.SINGLE_SERVER.folder().resolve(script));
    psql.environment().put("SECRETS", secrets.toAbsolutePath().toString());
    return Command.run(psql);
  }

  /** Runs statements as the superuser. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
