package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Databases of one kind that differ in how many rows they have. */
interface FilledDatabases extends AutoCloseable {

  /** The database with these rows; it is filled if it is not there. */
  Filled filled(Dataset data) throws IOException, SQLException;

  /** The version and what else decides about speed, for the report. */
  String version() throws SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** The databases in a folder, which are only dropped where they outlive the folder. */
  static FilledDatabases open(DatabaseKind kind, Path folder, boolean kept) throws IOException {
    return kind == DatabaseKind.SQLITE
        ? new FilledSqlite(folder)
        : FilledPostgres.open(folder, kept);
  }
}
