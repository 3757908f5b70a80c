package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Controls transactions with SQL, while the connection remains in JDBC's auto-commit mode. The
 * driver's own commit immediately begins the next transaction, which acquires the write lock again
 * and can fail with SQLITE_BUSY although the commit succeeded.
 */
enum SqliteTransactions implements TransactionControl {
  INSTANCE;

  /** Acquires the write lock first, because a later upgrade of a read lock can fail. */
  @Override
  public void begin(Connection connection, TransactionOptions options) throws SQLException {
    if (options.isReadOnly()) {
      TransactionControl.execute(connection, "PRAGMA query_only = true");
      TransactionControl.execute(connection, "BEGIN DEFERRED");
    } else {
      TransactionControl.execute(connection, "BEGIN IMMEDIATE");
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "COMMIT");
  }

  /** SQLite itself rolls back if the disk is full or a statement is cancelled. */
  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      TransactionControl.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /**
   * The driver does not report whether a transaction is open. BEGIN succeeds only if there is none,
   * and locks nothing.
   */
  @Override
  public boolean rollbackLeftOpen(Connection connection) throws SQLException {
    boolean leftOpen = TransactionControl.super.rollbackLeftOpen(connection);
    try {
      TransactionControl.execute(connection, "BEGIN DEFERRED");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("within a transaction")) {
        throw e;
      }
      leftOpen = true;
    }
    TransactionControl.execute(connection, "ROLLBACK");
    return leftOpen;
  }

  @Override
  public void end(Connection connection, TransactionOptions options) throws SQLException {
    if (options.isReadOnly()) {
      TransactionControl.execute(connection, "PRAGMA query_only = false");
    }
  }
}
