package dev.taskstore.db.spi;

import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Begins and ends transactions and savepoints. The defaults use JDBC, and standard SQL for
 * savepoints. Implementations must be stateless and thread-safe.
 *
 * <p>{@link #begin} receives a connection in auto-commit mode, and {@link #end} restores that mode.
 */
public interface TransactionControl {

  /** The default implementation. */
  TransactionControl JDBC = new TransactionControl() {};

  /**
   * Begins a transaction.
   *
   * @param connection a connection in auto-commit mode
   * @param options the isolation level and access mode of the transaction
   * @throws SQLException if the statement fails
   */
  default void begin(Connection connection, TransactionOptions options) throws SQLException {
    connection.setTransactionIsolation(options.isolation().jdbcLevel());
    connection.setReadOnly(options.isReadOnly());
    connection.setAutoCommit(false);
  }

  /**
   * Commits the transaction.
   *
   * @param connection the connection
   * @throws SQLException if nothing was committed, or if the connection was lost and the outcome is
   *     unknown
   */
  default void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  /**
   * Rolls back the transaction.
   *
   * @param connection the connection
   * @throws SQLException if the connection is broken
   */
  default void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  /**
   * Restores auto-commit mode after the transaction was committed or rolled back.
   *
   * @param connection the connection
   * @param options the options with which the transaction began
   * @throws SQLException if the connection is broken
   */
  default void end(Connection connection, TransactionOptions options) throws SQLException {
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }

  /**
   * Sets a savepoint.
   *
   * @param connection the connection
   * @param name the savepoint's name, a plain identifier
   * @throws SQLException if the statement fails
   */
  default void savepoint(Connection connection, String name) throws SQLException {
    execute(connection, "SAVEPOINT " + name);
  }

  /**
   * Releases a savepoint. Changes since the savepoint remain.
   *
   * @param connection the connection
   * @param name the savepoint's name
   * @throws SQLException if the statement fails
   */
  default void release(Connection connection, String name) throws SQLException {
    execute(connection, "RELEASE SAVEPOINT " + name);
  }

  /**
   * Rolls back to a savepoint, and releases it.
   *
   * @param connection the connection
   * @param name the savepoint's name
   * @throws SQLException if the statement fails
   */
  default void rollbackTo(Connection connection, String name) throws SQLException {
    execute(connection, "ROLLBACK TO SAVEPOINT " + name);
    execute(connection, "RELEASE SAVEPOINT " + name);
  }

  /**
   * Rolls back a transaction that code of the application has left open on a connection outside of
   * the library's transactions, and restores auto-commit mode. The library calls this only after
   * the application has used the connection itself.
   *
   * @param connection a connection that should have no transaction and be in auto-commit mode
   * @return whether there was a transaction; by default, whether auto-commit mode was off
   * @throws SQLException if the state cannot be restored; the connection is then closed
   */
  default boolean rollbackLeftOpen(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      return false;
    }
    connection.rollback();
    connection.setAutoCommit(true);
    return true;
  }

  /**
   * Prepares a connection for the next attempt after a transient failure. The failed transaction,
   * or its savepoint, has been rolled back. Does nothing by default.
   *
   * @param connection the connection on which the statement failed
   * @param failure the failure, with the driver's SQLSTATE and error code
   * @throws SQLException if the connection is broken
   */
  default void recover(Connection connection, SQLException failure) throws SQLException {}

  /**
   * Runs a statement and ignores its result.
   *
   * @param connection the connection
   * @param sql the statement
   * @throws SQLException if the statement fails
   */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
