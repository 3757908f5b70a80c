package dev.taskstore.internal;

import dev.taskstore.db.DatabaseOpenException;
import dev.taskstore.db.FailureContext;
import dev.taskstore.spi.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Hands out connections, and makes sure that they are what they are taken for: free, or, if the
 * application has said so, part of its transaction.
 */
final class ConnectionSource {

  private final ConnectionPools pools;
  private final boolean joinsApplicationTransactions;
  private volatile boolean closed;

  ConnectionSource(ConnectionPools pools, boolean joinsApplicationTransactions) {
    this.pools = pools;
    this.joinsApplicationTransactions = joinsApplicationTransactions;
  }

  boolean joinsApplicationTransactions() {
    return joinsApplicationTransactions;
  }

  /** A connection that may write. */
  Connection writer() throws SQLException {
    return checked(pools.writer());
  }

  /** A connection for reading. */
  Connection reader() throws SQLException {
    return checked(pools.reader());
  }

  /** Tells whether a connection belongs to a transaction of the application. */
  boolean isJoined(Connection connection) throws SQLException {
    return joinsApplicationTransactions && !connection.getAutoCommit();
  }

  /** Hands out no more connections. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Checks that connections may still be used: a driver that cannot abort a statement goes on
   * serving those that are in use.
   *
   * @throws IllegalStateException when the database has been closed
   */
  void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("This database has been closed.");
    }
  }

  private Connection checked(DataSource dataSource) throws SQLException {
    ensureOpen();
    Connection connection = dataSource.getConnection();
    if (!joinsApplicationTransactions && !connection.getAutoCommit()) {
      connection.close();
      throw new DatabaseOpenException(
          "The data source hands out connections that are not in auto-commit mode. If they belong to"
              + " transactions of the application, say joinApplicationTransactions(); otherwise turn"
              + " auto-commit on.",
          FailureContext.NONE,
          null);
    }
    return connection;
  }
}
