package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One level of a running transaction: the outermost, or a savepoint inside of another level. */
public final class TransactionScope {

  private final ConnectionSource connections;
  private final Connection connection;
  private final TransactionOptions options;
  private final Thread owner = Thread.currentThread();
  private final @Nullable TransactionScope parent;
  private final @Nullable String savepoint;
  private final @Nullable NetworkPatience patience;
  private final int depth;
  private boolean active = true;
  private boolean rollbackOnly;

  private TransactionScope(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable NetworkPatience patience,
      @Nullable TransactionScope parent,
      @Nullable String savepoint) {
    this.connections = connections;
    this.connection = connection;
    this.options = options;
    this.patience = patience;
    this.parent = parent;
    this.savepoint = savepoint;
    this.depth = parent == null ? 1 : parent.depth + 1;
  }

  static TransactionScope outermost(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable NetworkPatience patience) {
    return new TransactionScope(connections, connection, options, patience, null, null);
  }

  /** A level that ends in a savepoint: of another level, or of the application's transaction. */
  static TransactionScope savepoint(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable TransactionScope parent,
      String savepoint) {
    return new TransactionScope(connections, connection, options, null, parent, savepoint);
  }

  public Connection connection() {
    return connection;
  }

  TransactionOptions options() {
    return options;
  }

  /** Tells whether this is a savepoint in a transaction of the application. */
  boolean isJoined() {
    return parent == null && savepoint != null;
  }

  /** How long each statement may run, or null for what the database was opened with. */
  public @Nullable Duration queryTimeout() {
    return parent == null ? options.queryTimeout() : parent.queryTimeout();
  }

  /** Lets the connection wait for the server as long as it did before the transaction. */
  void restorePatience() throws SQLException {
    if (patience != null) {
      patience.restore();
    }
  }

  public boolean isActive() {
    return active;
  }

  @Nullable TransactionScope parent() {
    return parent;
  }

  @Nullable String savepoint() {
    return savepoint;
  }

  /** Tells whether writes are refused. */
  public boolean isReadOnly() {
    return options.isReadOnly();
  }

  /** A name for a savepoint inside of this level. */
  String nextSavepoint() {
    return savepointName(depth + 1);
  }

  static String savepointName(int depth) {
    return "taskstore_" + depth;
  }

  public void setRollbackOnly() {
    rollbackOnly = true;
  }

  void end() {
    active = false;
  }

  /**
   * Checks that the calling thread may use the transaction.
   *
   * @throws IllegalStateException when the block has ended or belongs to another thread
   */
  public void ensureUsable() {
    if (!active) {
      throw new IllegalStateException(
          "This transaction has ended. Use a transaction only inside of its block.");
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "This transaction belongs to another thread. Begin one in this thread, or call the store"
              + " itself.");
    }
  }

  public void ensureMayRun() {
    connections.ensureOpen();
    if (rollbackOnly) {
      throw rolledBack();
    }
  }

  public void ensureMayWrite() {
    ensureMayRun();
    if (isReadOnly()) {
      throw new ReadOnlyTransactionException(
          "This transaction is read-only. Write in a transaction that is not.",
          FailureContext.NONE,
          null);
    }
  }

  private static RollbackOnlyException rolledBack() {
    return new RollbackOnlyException(
        "A statement of this transaction has failed, so that it can only be rolled back. Run what may"
            + " fail in a nested transaction.",
        FailureContext.NONE,
        null);
  }
}
