package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Creates a database for each library on one server. */
final class PostgresDatabases implements Databases {

  private static final String FILLED = "taskstore_bench_filled";

  private final PostgresServer server;
  private final List<String> names = new ArrayList<>();

  private PostgresDatabases(PostgresServer server) {
    this.server = server;
  }

  static PostgresDatabases open(Dataset data) throws IOException, SQLException {
    PostgresDatabases databases = new PostgresDatabases(PostgresServer.start());
    try {
      databases.fill(data);
      return databases;
    } catch (SQLException | RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  private void fill(Dataset data) throws SQLException {
    server.create(FILLED);
    names.add(FILLED);
    try (TaskStore store = server.target(FILLED).store().open()) {
      Filling.fill(store, data);
    }
    server.vacuum(FILLED);
  }

  @Override
  public Target copy(String name) throws SQLException {
    String database = "taskstore_bench_" + name;
    server.create(database, "TEMPLATE " + FILLED + " STRATEGY FILE_COPY");
    names.add(database);
    return server.target(database);
  }

  @Override
  public String version() throws SQLException {
    return server.version();
  }

  @Override
  public void close() throws IOException, SQLException {
    try (server) {
      if (!server.isEmbedded()) {
        for (String name : names) {
          server.drop(name);
        }
      }
    }
  }
}
