package dev.taskstore.db.spi;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * Loads rows with a protocol of the database that is faster than batched inserts. Implementations
 * must be stateless and thread-safe.
 */
@FunctionalInterface
public interface BulkLoader {

  /**
   * Returns the name of the protocol, for observers.
   *
   * @return the operation, in upper case; {@code BULK LOAD} by default
   */
  default String operationName() {
    return "BULK LOAD";
  }

  /**
   * Returns whether the database accepts the protocol for a table. Otherwise the library inserts
   * the rows in batches.
   *
   * @param connection a connection with an active transaction
   * @param table the table's name, quoted for SQL
   * @return true by default
   * @throws SQLException if the query fails
   */
  default boolean accepts(Connection connection, String table) throws SQLException {
    return true;
  }

  /**
   * Loads rows in the current transaction of the connection.
   *
   * @param connection a connection with an active transaction
   * @param table the table's name, quoted for SQL
   * @param columns the columns' names, quoted for SQL
   * @param rows the rows; the loader reads one at a time and does not buffer them all
   * @return the number of rows that were loaded
   * @throws SQLException if the database rejects a row; the caller rolls back
   */
  long load(Connection connection, String table, List<String> columns, Iterator<Row> rows)
      throws SQLException;

  /** Writes the values of one row, in the order of the columns. */
  @FunctionalInterface
  interface Row {

    /**
     * Writes the row.
     *
     * @param writer the writer that receives the values
     * @throws SQLException if the writer rejects a value
     */
    void write(RowWriter writer) throws SQLException;
  }
}
