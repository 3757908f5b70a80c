package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database for each library on one server: the one that {@code -Dbench.postgres.url} names with
 * {@code bench.postgres.user} and the environment's {@code BENCH_POSTGRES_PASSWORD}, else embedded
 * binaries, which are told to be as durable as a server is.
 */
final class PostgresDatabases implements Databases {

  private static final String FILLED = "taskstore_bench_filled";

  private final EmbeddedPostgres embedded;
  private final String url;
  private final String user;
  private final String password;
  private final List<String> names = new ArrayList<>();

  private PostgresDatabases(EmbeddedPostgres embedded, String url, String user, String password) {
    this.embedded = embedded;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  static PostgresDatabases open(Dataset data) throws IOException, SQLException {
    String url = System.getProperty("bench.postgres.url", "");
    PostgresDatabases databases = url.isBlank() ? embedded() : given(url);
    try {
      databases.create(FILLED, "TEMPLATE template0 ENCODING 'UTF8'");
      databases.fill(data);
      return databases;
    } catch (SQLException | RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  private static PostgresDatabases given(String url) {
    String password = System.getenv().getOrDefault("BENCH_POSTGRES_PASSWORD", "");
    return new PostgresDatabases(
        null, url, System.getProperty("bench.postgres.user", ""), password);
  }

  private static PostgresDatabases embedded() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    return new PostgresDatabases(
        server,
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "postgres",
        "postgres");
  }

  private void fill(Dataset data) throws SQLException {
    Target filled = target(FILLED);
    try (TaskStore store =
        TaskStore.builder().url(filled.url()).credentials(user, password).open()) {
      Filling.fill(store, data);
    }
    try (Connection connection = DriverManager.getConnection(filled.url(), user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (FREEZE, ANALYZE)");
    }
  }

  private Target target(String name) {
    String server = url.substring(0, url.lastIndexOf('/') + 1);
    return new Target(DatabaseKind.POSTGRES, server + name, user, password);
  }

  private void create(String name, String options) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + name);
    execute("CREATE DATABASE " + name + " " + options);
    names.add(name);
  }

  @Override
  public Target copy(String name) throws SQLException {
    String database = "taskstore_bench_" + name;
    create(database, "TEMPLATE " + FILLED + " STRATEGY FILE_COPY");
    return target(database);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return "PostgreSQL "
          + connection.getMetaData().getDatabaseProductVersion()
          + ", pgjdbc "
          + connection.getMetaData().getDriverVersion()
          + " (fsync "
          + setting(connection, "fsync")
          + ", synchronous_commit "
          + setting(connection, "synchronous_commit")
          + ", shared_buffers "
          + setting(connection, "shared_buffers")
          + ")";
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    if (embedded != null) {
      embedded.close();
      return;
    }
    for (String name : names) {
      execute("DROP DATABASE IF EXISTS " + name);
    }
  }
}
