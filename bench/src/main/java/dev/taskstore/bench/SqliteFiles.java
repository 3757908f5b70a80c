package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file for each library. */
final class SqliteFiles implements Databases {

  private final Path folder;
  private final Path filled;

  SqliteFiles(Dataset data) throws IOException, SQLException {
    folder = Files.createTempDirectory("taskstore-bench");
    filled = folder.resolve("filled.db");
    try (TaskStore store = TaskStore.open(url(filled))) {
      Filling.fill(store, data);
    }
    try (Connection connection = DriverManager.getConnection(url(filled));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  @Override
  public Target copy(String name) throws IOException {
    Path file = folder.resolve(name + ".db");
    Files.copy(filled, file);
    return new Target(DatabaseKind.SQLITE, url(file), "", "");
  }

  @Override
  public String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT sqlite_version()")) {
      return "SQLite "
          + row.getString(1)
          + ", "
          + connection.getMetaData().getDriverVersion()
          + " (WAL, synchronous NORMAL, cache 16 MiB)";
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
