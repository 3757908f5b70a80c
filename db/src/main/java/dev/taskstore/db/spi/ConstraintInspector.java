package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

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

  /** What happens to rows when the row that they reference is deleted. */
  enum DeleteAction {
    /** The row that they reference cannot be deleted: {@code NO ACTION} and {@code RESTRICT}. */
    REFUSE,
    /** They are deleted: {@code CASCADE}. */
    DELETE,
    /** Their columns change: {@code SET NULL} and {@code SET DEFAULT}. */
    CHANGE
  }

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
   * Returns what happens to the rows of a table when the rows that they reference are deleted. If a
   * row cannot be deleted because others reference it or a row that is deleted with it, the library
   * reports the foreign key of these others.
   *
   * @param connection the connection on which the statement failed
   * @param table the referencing table's name
   * @return the actions by the column names of the foreign keys; those that are missing, by default
   *     all, refuse
   * @throws SQLException if the query fails
   */
  default Map<List<String>, DeleteAction> deleteActions(Connection connection, String table)
      throws SQLException {
    return Map.of();
  }

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
