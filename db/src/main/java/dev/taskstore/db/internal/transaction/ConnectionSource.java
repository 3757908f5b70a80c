package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Hands out connections, and makes sure that they are what they are taken for: free, or, if the
 * application has said so, part of its transaction.
 */
public final class ConnectionSource {

  private final ConnectionPools pools;
  private final boolean joinsApplicationTransactions;
  private volatile boolean closed;

  public ConnectionSource(ConnectionPools pools, boolean joinsApplicationTransactions) {
    this.pools = pools;
    this.joinsApplicationTransactions = joinsApplicationTransactions;
  }

  public boolean joinsApplicationTransactions() {
    return joinsApplicationTransactions;
  }

  /** A connection that may write. */
  public Connection writer() throws SQLException {
    return checked(pools.writer());
  }

  /** A connection for reading. */
  public Connection reader() throws SQLException {
    return checked(pools.reader());
  }

  /** Tells whether a connection belongs to a transaction of the application. */
  public boolean isJoined(Connection connection) throws SQLException {
    return joinsApplicationTransactions && !connection.getAutoCommit();
  }

  /** Hands out no more connections. */
  public void close() {
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  /**
   * Checks that connections may still be used: a driver that cannot abort a statement goes on
   * serving those that are in use.
   *
   * @throws IllegalStateException when the database has been closed
   */
  public void ensureOpen() {
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
