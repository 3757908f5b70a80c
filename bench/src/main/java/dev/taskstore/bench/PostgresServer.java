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
 * The server of {@code -Dbench.postgres.url}, with {@code bench.postgres.user} and the environment
 * variable {@code BENCH_POSTGRES_PASSWORD}, or else an embedded server with the durability settings
 * of a production server.
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

  /** Starts a server. An embedded server deletes its files when it is closed. */
  public static PostgresServer start() throws IOException {
    return isExternal() ? external() : embedded(EmbeddedPostgres.builder());
  }

  /** Starts a server. An embedded server keeps its databases in a folder. */
  public static PostgresServer start(Path folder) throws IOException {
    return isExternal()
        ? external()
        : embedded(
            EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE));
  }

  private static boolean isExternal() {
    return !BenchProperties.text("bench.postgres.url", "").isEmpty();
  }

  private static PostgresServer external() {
    return new PostgresServer(
        null,
        BenchProperties.text("bench.postgres.url", ""),
        BenchProperties.text("bench.postgres.user", ""),
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

  /** Returns whether the server and its databases are deleted when this program ends. */
  boolean isEmbedded() {
    return embedded != null;
  }

  /** Returns a database of the server. */
  public Target target(String name) {
    String server = url.substring(0, url.lastIndexOf('/') + 1);
    return new Target(DatabaseKind.POSTGRES, server + name, user, password);
  }

  /** Drops and creates a database. */
  public void create(String name, String options) throws SQLException {
    drop(name);
    execute("CREATE DATABASE " + name + " " + options);
  }

  /** Drops and creates an empty database. */
  public void create(String name) throws SQLException {
    create(name, "TEMPLATE template0 ENCODING 'UTF8'");
  }

  /** Drops a database if it exists. */
  public void drop(String name) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + name);
  }

  /** Vacuums and analyzes the tables of a database, as autovacuum does in production. */
  public void vacuum(String name) throws SQLException {
    execute(target(name).url(), "VACUUM (FREEZE, ANALYZE)");
  }

  /** Executes a statement on the maintenance database. */
  public void execute(String sql) throws SQLException {
    execute(url, sql);
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the first column of the first row as text, or an empty value if there is no row. */
  public String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** Returns the version and the settings that affect performance, for the report. */
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
