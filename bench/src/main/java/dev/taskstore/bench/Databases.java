package dev.taskstore.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Databases of one kind, all with the same rows. */
public interface Databases extends AutoCloseable {

  /** A database of its own for a library. */
  Target copy(String name) throws IOException, SQLException;

  /** The version and what else decides about speed, for the report. */
  String version() throws SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** Fills a first database, from which copies are made. */
  static Databases open(DatabaseKind kind, Dataset data) throws IOException, SQLException {
    return kind == DatabaseKind.SQLITE ? new SqliteFiles(data) : PostgresDatabases.open(data);
  }
}
