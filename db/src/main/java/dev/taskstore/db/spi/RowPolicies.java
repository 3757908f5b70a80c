package dev.taskstore.db.spi;

import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.security.PolicyDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Creates and inspects the policies of row-level security that a declaration requires. A dialect
 * with policies declares {@link Capability#ROW_SECURITY}. Implementations must be stateless and
 * thread-safe.
 *
 * @see dev.taskstore.db.security.RowSecurity
 */
public interface RowPolicies {

  /**
   * Returns the statements that create the policies and put them in force. Changes nothing.
   *
   * @param connection an open connection
   * @param ownership the declaration
   * @return the statements in the order of execution, without delimiters
   * @throws SQLException if the catalog cannot be read
   * @throws dev.taskstore.db.exception.SchemaOutOfDateException if a declared table or column does
   *     not exist
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the type of an owner column
   *     cannot be compared with the text of a principal
   */
  List<String> enable(Connection connection, RowOwnership<?> ownership) throws SQLException;

  /**
   * Returns the statements that end row-level security on the declared tables and drop the policies
   * of {@link #enable}. Other policies remain, without effect. The statements also succeed when
   * there are no policies.
   *
   * @param ownership the declaration
   * @return the statements in the order of execution, without delimiters
   */
  List<String> disable(RowOwnership<?> ownership);

  /**
   * Compares the policies in force with the declaration. Leaves nothing in the database.
   *
   * @param connection an open connection with an active transaction that may write
   * @param ownership the declaration
   * @return the differences, ordered by table and policy
   * @throws SQLException if the catalog cannot be read or a privilege is missing
   * @throws dev.taskstore.db.exception.SchemaOutOfDateException if a declared table or column does
   *     not exist
   */
  List<PolicyDifference> differences(Connection connection, RowOwnership<?> ownership)
      throws SQLException;

  /**
   * Returns the statement that sets the principal until the end of the transaction. It has one
   * parameter, the principal as text, and returns a result. In front of another statement, in the
   * same text, it sets the principal for that statement.
   *
   * @return the statement, without a delimiter
   */
  String setPrincipal();

  /**
   * Returns whether a connection in auto-commit mode runs a text that begins with {@link
   * #setPrincipal} in one transaction, so that the principal is set for all of its statements.
   * Otherwise the library begins and commits a transaction for the text, which costs a round trip.
   * The library calls this before it prepares the text, and prepares it with {@link
   * Connection#prepareStatement(String)} at once.
   *
   * @param connection a connection in auto-commit mode, usually of a pool
   * @param text the text
   * @return false by default, which is right for every driver
   * @throws SQLException if the connection is closed
   */
  default boolean runsInOneTransaction(Connection connection, String text) throws SQLException {
    return false;
  }

  /**
   * Returns the tables in which policies hide rows from the role of a connection, so that its
   * updates and deletes may omit rows silently.
   *
   * @param connection an open connection
   * @return the names of the tables of the current schema, in alphabetical order
   * @throws SQLException if the catalog cannot be read
   */
  List<String> tablesWithHiddenRows(Connection connection) throws SQLException;
}
