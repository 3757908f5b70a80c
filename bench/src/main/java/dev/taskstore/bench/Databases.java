package dev.taskstore.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Databases of one kind with equal rows. */
public interface Databases extends AutoCloseable {

  /** Creates a separate database for a library. */
  Target copy(String name) throws IOException, SQLException;

  /** Returns the version and the settings that affect performance, for the report. */
  String version() throws SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** Fills the template database of the copies. */
  static Databases open(DatabaseKind kind, Dataset data) throws IOException, SQLException {
    return kind == DatabaseKind.SQLITE ? new SqliteFiles(data) : PostgresDatabases.open(data);
  }
}
