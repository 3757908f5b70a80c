package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Creates a file for each library. */
final class SqliteFiles implements Databases {

  private final Path folder;
  private final Path filled;

  SqliteFiles(Dataset data) throws IOException, SQLException {
    folder = Files.createTempDirectory("taskstore-bench");
    filled = folder.resolve("filled.db");
    SqliteFile file = new SqliteFile(filled);
    try (TaskStore store = file.target().store().open()) {
      Filling.fill(store, data);
    }
    file.checkpoint();
  }

  @Override
  public Target copy(String name) throws IOException {
    SqliteFile file = new SqliteFile(folder.resolve(name + ".db"));
    Files.copy(filled, file.path());
    return file.target();
  }

  @Override
  public String version() throws SQLException {
    return SqliteFile.version();
  }

  @Override
  public void close() throws IOException {
    SqliteFile.deleteAll(folder);
  }
}
