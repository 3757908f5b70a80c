package dev.taskstore.bench.growth;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A file for each size. It is renamed to its final name once it is filled. */
record FilledSqlite(Path folder) implements FilledDatabases {

  private static final String UNFINISHED = "unfinished.db";

  @Override
  public Filled filled(Dataset data) throws IOException, SQLException {
    SqliteFile file = new SqliteFile(folder.resolve("tasks-" + data.tasks() + ".db"));
    if (!Files.exists(file.path())) {
      fill(file, data);
    }
    return new Filled(
        file.target(),
        data,
        Files.size(file.path()),
        FillingTime.read(folder, file.target(), data));
  }

  private void fill(SqliteFile file, Dataset data) throws IOException, SQLException {
    deleteUnfinished();
    SqliteFile filling = new SqliteFile(folder.resolve(UNFINISHED));
    FillingTime time = FillingTime.fill(filling.target(), data);
    filling.checkpoint();
    time.write(folder, file.target(), data);
    Files.move(filling.path(), file.path());
    deleteUnfinished();
  }

  private void deleteUnfinished() throws IOException {
    for (String ending : List.of("", "-wal", "-shm", "-migration-lock")) {
      Files.deleteIfExists(folder.resolve(UNFINISHED + ending));
    }
  }

  @Override
  public String version() throws SQLException {
    return SqliteFile.version();
  }

  @Override
  public void close() {
    // The creator of the folder deletes it.
  }
}
