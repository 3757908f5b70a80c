package dev.taskstore.dialect.postgres;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

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

  /** The driver knows the state of the session from the server's last response. */
  @Override
  public boolean rollbackLeftOpen(Connection connection) throws SQLException {
    boolean leftOpen = TransactionControl.super.rollbackLeftOpen(connection);
    if (connection.isWrapperFor(BaseConnection.class)
        && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
      TransactionControl.execute(connection, "ROLLBACK");
      leftOpen = true;
    }
    return leftOpen;
  }

  /**
   * Drops the prepared statements of the session after the schema has changed. The driver does so
   * itself only outside of a transaction.
   */
  @Override
  public void recover(Connection connection, SQLException failure) throws SQLException {
    if (PostgresFailures.FEATURE_NOT_SUPPORTED.equals(failure.getSQLState())) {
      TransactionControl.execute(connection, "DEALLOCATE ALL");
    }
  }

  @Override
  public void end(Connection connection, TransactionOptions options) throws SQLException {
    connection.setAutoCommit(true);
  }
}
