package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * For databases that do not say which constraint a row violates, or say another one than the first:
 * the constraints of a table in the order in which they were made. When a row violates several, the
 * library reports the first of them on every dialect.
 *
 * <p>A dialect with an inspector promises that its connections still answer queries after a failed
 * statement. A batch that fails is rolled back to a savepoint and run again row by row, to find the
 * row.
 */
public interface ConstraintInspector {

  /**
   * The primary key, unique constraints and unique indexes over plain columns.
   *
   * @param connection the connection where the failure happened
   * @param table the table's name
   * @return the names of each key's columns, oldest key first
   * @throws SQLException when the database does not answer
   */
  List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException;

  /**
   * The foreign keys.
   *
   * @param connection the connection where the failure happened
   * @param table the referring table's name
   * @return the names of each key's columns, oldest key first
   * @throws SQLException when the database does not answer
   */
  List<List<String>> foreignKeys(Connection connection, String table) throws SQLException;
}
