package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection that the library lends to a callback of plain jOOQ in a transaction. The library
 * sets a savepoint before the callback and releases it afterwards. A dialect obtains this interface
 * from the connection with {@link Connection#unwrap}, for commands that a database accepts only
 * outside of savepoints. Must not be used after the callback, or from another thread.
 */
public interface LentConnection {

  /**
   * Commands on a connection.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  interface Commands<T> {

    /**
     * Runs the commands. They must neither begin nor end a transaction.
     *
     * @param connection the connection of the transaction
     * @return the result
     * @throws SQLException if a command fails
     */
    T run(Connection connection) throws SQLException;
  }

  /**
   * Runs commands without the savepoint of the callback. In a nested transaction, the savepoint of
   * that transaction remains.
   *
   * @param commands the commands
   * @param <T> the type of the result
   * @return the result of the commands
   * @throws SQLException if a command fails
   */
  <T> T withoutSavepoint(Commands<T> commands) throws SQLException;
}
