package dev.taskstore.db.spi;

import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How transactions begin and end. The defaults use JDBC, and standard SQL for savepoints.
 * Stateless.
 *
 * <p>A connection comes in auto-commit mode and goes back to it by {@link #end}.
 */
public interface TransactionControl {

  /** The defaults. */
  TransactionControl JDBC = new TransactionControl() {};

  /**
   * Begins a transaction.
   *
   * @param connection a connection in auto-commit mode
   * @param options isolation and access of the transaction
   * @throws SQLException when the database refuses
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
   * @throws SQLException when nothing was committed, or when the connection broke and it is unknown
   */
  default void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  /**
   * Rolls the transaction back.
   *
   * @param connection the connection
   * @throws SQLException when the connection is broken
   */
  default void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  /**
   * Puts a connection back into auto-commit mode after its transaction has been committed or rolled
   * back.
   *
   * @param connection the connection
   * @param options what the transaction was begun with
   * @throws SQLException when the connection is broken
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
   * @throws SQLException when the database refuses
   */
  default void savepoint(Connection connection, String name) throws SQLException {
    execute(connection, "SAVEPOINT " + name);
  }

  /**
   * Forgets a savepoint, and keeps what was done since.
   *
   * @param connection the connection
   * @param name the savepoint's name
   * @throws SQLException when the database refuses
   */
  default void release(Connection connection, String name) throws SQLException {
    execute(connection, "RELEASE SAVEPOINT " + name);
  }

  /**
   * Undoes what was done since a savepoint, and forgets it.
   *
   * @param connection the connection
   * @param name the savepoint's name
   * @throws SQLException when the database refuses
   */
  default void rollbackTo(Connection connection, String name) throws SQLException {
    execute(connection, "ROLLBACK TO SAVEPOINT " + name);
    execute(connection, "RELEASE SAVEPOINT " + name);
  }

  /**
   * Runs a statement that returns nothing.
   *
   * @param connection the connection
   * @param sql the statement
   * @throws SQLException when the database refuses
   */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
