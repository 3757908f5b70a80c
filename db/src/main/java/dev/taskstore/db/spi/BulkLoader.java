package dev.taskstore.db.spi;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
   * Prepares loads of a table. Called once before rows are loaded in one or several parts.
   *
   * @param connection a connection with an active transaction
   * @param table the table's name, quoted for SQL
   * @param columns the columns' names, quoted for SQL
   * @return the load of the table; empty if the database does not accept the protocol for it: the
   *     library then inserts the rows in batches
   * @throws SQLException if a query fails
   */
  Optional<TableLoad> prepare(Connection connection, String table, List<String> columns)
      throws SQLException;

  /** Loads rows into a table. Implementations must be thread-safe. */
  @FunctionalInterface
  interface TableLoad {

    /**
     * Loads rows in the current transaction of the connection.
     *
     * @param connection the connection for which the load was prepared, in the same transaction
     * @param rows the rows; one at a time is read, and they are not buffered
     * @return the number of rows that were loaded
     * @throws SQLException if the database rejects a row; the caller rolls back
     */
    long load(Connection connection, Iterator<Row> rows) throws SQLException;
  }

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
