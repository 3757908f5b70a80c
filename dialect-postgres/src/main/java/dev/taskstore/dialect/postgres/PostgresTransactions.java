package dev.taskstore.dialect.postgres;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sets the options in the transaction itself. JDBC's setters would change the session, which costs
 * two round trips and, behind a transaction pooler, affects transactions of other clients.
 */
enum PostgresTransactions implements TransactionControl {
  INSTANCE;

  @Override
  public void begin(Connection connection, TransactionOptions options) throws SQLException {
    connection.setAutoCommit(false);
    boolean plain = options.isolation() == IsolationLevel.READ_COMMITTED && !options.isReadOnly();
    if (!plain) {
      TransactionControl.execute(
          connection,
          "SET TRANSACTION ISOLATION LEVEL "
              + options.isolation().name().replace('_', ' ')
              + (options.isReadOnly() ? " READ ONLY" : ""));
    }
  }

  @Override
  public void end(Connection connection, TransactionOptions options) throws SQLException {
    connection.setAutoCommit(true);
  }
}
