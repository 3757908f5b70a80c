package dev.taskstore.bench.growth;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.PostgresServer;
import dev.taskstore.bench.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database for each size on one server. It is renamed to its final name once it is filled. */
final class FilledPostgres implements FilledDatabases {

  private static final String UNFINISHED = "taskstore_growth_unfinished";

  private final PostgresServer server;
  private final Path folder;
  private final boolean kept;
  private final List<String> made = new ArrayList<>();

  private FilledPostgres(PostgresServer server, Path folder, boolean kept) {
    this.server = server;
    this.folder = folder;
    this.kept = kept;
  }

  static FilledPostgres open(Path folder, boolean kept) throws IOException {
    return new FilledPostgres(PostgresServer.start(folder.resolve("postgres")), folder, kept);
  }

  @Override
  public Filled filled(Dataset data) throws IOException, SQLException {
    String name = "taskstore_growth_" + data.tasks();
    Target target = server.target(name);
    if (server.query("SELECT 1 FROM pg_database WHERE datname = '" + name + "'").isEmpty()) {
      fill(name, data);
    }
    return new Filled(
        target,
        data,
        Long.parseLong(server.query("SELECT pg_database_size('" + name + "')")),
        FillingTime.read(folder, target, data));
  }

  private void fill(String name, Dataset data) throws IOException, SQLException {
    server.create(UNFINISHED);
    Target target = server.target(UNFINISHED);
    FillingTime time = FillingTime.fill(target, data);
    server.vacuum(UNFINISHED);
    // Otherwise the server writes dirty pages during the measurement or at shutdown.
    server.execute("CHECKPOINT");
    time.write(folder, target, data);
    server.execute("ALTER DATABASE " + UNFINISHED + " RENAME TO " + name);
    made.add(name);
  }

  @Override
  public String version() throws SQLException {
    return server.version();
  }

  @Override
  public void close() throws IOException, SQLException {
    try (server) {
      if (!kept) {
        for (String name : made) {
          server.drop(name);
        }
      }
    }
  }
}
