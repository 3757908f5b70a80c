package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the constraints of a table in the order of their creation, for databases that do not report
 * the violated constraint or do not report the first one. If a row violates several constraints,
 * the library reports the first of them on every dialect.
 *
 * <p>Connections of a dialect with an inspector must accept queries after a statement has failed. A
 * failed batch is rolled back to a savepoint and run again row by row, to find the row.
 *
 * <p>Implementations must be stateless and thread-safe.
 */
public interface ConstraintInspector {

  /**
   * Returns the primary key, unique constraints and unique indexes on plain columns.
   *
   * @param connection the connection on which the statement failed
   * @param table the table's name
   * @return the column names of each key, the oldest key first
   * @throws SQLException if the query fails
   */
  List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException;

  /**
   * Returns the foreign keys.
   *
   * @param connection the connection on which the statement failed
   * @param table the referencing table's name
   * @return the column names of each key, the oldest key first
   * @throws SQLException if the query fails
   */
  List<List<String>> foreignKeys(Connection connection, String table) throws SQLException;

  /**
   * Returns the names of all tables. If rows of several tables reference a row that is to be
   * deleted, the library reports the foreign key of the first of these tables.
   *
   * @param connection the connection on which the statement failed
   * @return the names, the oldest table first; by default none, for an order that is not specified
   * @throws SQLException if the query fails
   */
  default List<String> tables(Connection connection) throws SQLException {
    return List.of();
  }
}
