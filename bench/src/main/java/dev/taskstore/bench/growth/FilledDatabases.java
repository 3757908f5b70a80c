package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Databases of one kind with different numbers of rows. */
interface FilledDatabases extends AutoCloseable {

  /** Returns the database with these rows, and creates and fills it if missing. */
  Filled filled(Dataset data) throws IOException, SQLException;

  /** Returns the version and the settings that affect performance, for the report. */
  String version() throws SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** Opens the databases in a folder. Unless they are kept, closing drops those of a server. */
  static FilledDatabases open(DatabaseKind kind, Path folder, boolean kept) throws IOException {
    return kind == DatabaseKind.SQLITE
        ? new FilledSqlite(folder)
        : FilledPostgres.open(folder, kept);
  }
}
