package dev.taskstore.db.spi;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/** Loads many rows through a protocol of the database that is faster than batched inserts. */
@FunctionalInterface
public interface BulkLoader {

  /**
   * Loads rows inside the current transaction of the connection.
   *
   * @param connection a connection with an open transaction
   * @param table the table's name, quoted for SQL
   * @param columns the columns' names, quoted for SQL
   * @param rows the rows, consumed one by one and never held together
   * @return how many rows were loaded
   * @throws SQLException when the database refuses a row; the caller rolls back
   */
  long load(Connection connection, String table, List<String> columns, Iterator<Row> rows)
      throws SQLException;

  /** Writes the values of one row, in the order of the columns. */
  @FunctionalInterface
  interface Row {

    /**
     * Writes the row.
     *
     * @param writer takes the values
     * @throws SQLException when the writer refuses one
     */
    void write(RowWriter writer) throws SQLException;
  }
}
