package dev.taskstore.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The server that {@code -Dbench.postgres.url} names with {@code bench.postgres.user} and the
 * environment's {@code BENCH_POSTGRES_PASSWORD}, else embedded binaries, which are told to be as
 * durable as a server is.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EmbeddedPostgres embedded;
  private final String url;
  private final String user;
  private final String password;

  private PostgresServer(EmbeddedPostgres embedded, String url, String user, String password) {
    this.embedded = embedded;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** A server that leaves nothing behind, if it is embedded. */
  public static PostgresServer start() throws IOException {
    return isGiven() ? given() : embedded(EmbeddedPostgres.builder());
  }

  /** A server that keeps its databases in a folder, if it is embedded. */
  public static PostgresServer start(Path folder) throws IOException {
    return isGiven()
        ? given()
        : embedded(
            EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE));
  }

  private static boolean isGiven() {
    return !Given.text("bench.postgres.url", "").isEmpty();
  }

  private static PostgresServer given() {
    return new PostgresServer(
        null,
        Given.text("bench.postgres.url", ""),
        Given.text("bench.postgres.user", ""),
        System.getenv().getOrDefault("BENCH_POSTGRES_PASSWORD", ""));
  }

  private static PostgresServer embedded(EmbeddedPostgres.Builder builder) throws IOException {
    EmbeddedPostgres server =
        builder
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    return new PostgresServer(
        server,
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "postgres",
        "postgres");
  }

  /** Tells whether the server and all of its databases end with this program. */
  boolean isEmbedded() {
    return embedded != null;
  }

  /** A database of the server. */
  public Target target(String name) {
    String server = url.substring(0, url.lastIndexOf('/') + 1);
    return new Target(DatabaseKind.POSTGRES, server + name, user, password);
  }

  /** Makes a database anew. */
  public void create(String name, String options) throws SQLException {
    drop(name);
    execute("CREATE DATABASE " + name + " " + options);
  }

  /** Makes an empty database anew. */
  public void create(String name) throws SQLException {
    create(name, "TEMPLATE template0 ENCODING 'UTF8'");
  }

  /** Drops a database, if it is there. */
  public void drop(String name) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + name);
  }

  /**
   * Puts the tables of a database into the state that they have in a program that runs for long.
   */
  public void vacuum(String name) throws SQLException {
    execute(target(name).url(), "VACUUM (FREEZE, ANALYZE)");
  }

  /** Executes a statement that belongs to no database. */
  public void execute(String sql) throws SQLException {
    execute(url, sql);
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, as text; nothing when there is no row. */
  public String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** The version and what else decides about speed, for the report. */
  public String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return "PostgreSQL "
          + connection.getMetaData().getDatabaseProductVersion()
          + ", pgjdbc "
          + connection.getMetaData().getDriverVersion()
          + " (fsync "
          + query("SHOW fsync")
          + ", synchronous_commit "
          + query("SHOW synchronous_commit")
          + ", shared_buffers "
          + query("SHOW shared_buffers")
          + ")";
    }
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
