package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions by SQL: as far as JDBC knows, the connection stays in auto-commit mode. The driver's
 * own commit begins the next transaction at once, which takes the write lock again and can fail as
 * busy although the commit has succeeded.
 */
enum SqliteTransactions implements TransactionControl {
  INSTANCE;

  /** A transaction that writes takes the write lock first: one that upgrades later can fail. */
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

  /** SQLite has rolled back by itself when a disk was full or a statement was cancelled. */
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

  @Override
  public void end(Connection connection, TransactionOptions options) throws SQLException {
    if (options.isReadOnly()) {
      TransactionControl.execute(connection, "PRAGMA query_only = false");
    }
  }
}
