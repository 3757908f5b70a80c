package dev.taskstore.examples.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Creates empty databases for tests. */
public final class TestDatabases {

  /**
   * The server of {@code -Dtaskstore.tck.url}, {@code .user} and {@code .password}, or else an
   * embedded server that starts once.
   */
  private static final class Postgres {
    static final String URL = url();

    private static String url() {
      String given = System.getProperty("taskstore.tck.url");
      if (given == null) {
        return embedded();
      }
      String user = System.getProperty("taskstore.tck.user");
      String password = System.getProperty("taskstore.tck.password", "");
      return user == null
          ? given
          : given + (given.contains("?") ? "&" : "?") + "user=" + user + "&password=" + password;
    }

    private static String embedded() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private TestDatabases() {}

  /** Returns the URL of a new SQLite database. */
  public static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
  }

  /** Returns the URL of a new PostgreSQL database. */
  public static String postgres() {
    String name = "console_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(Postgres.URL)) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Postgres.URL.replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
  }
}
