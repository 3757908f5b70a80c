package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.observation.Observation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One level of an active transaction: the outermost transaction, or a savepoint in another level.
 */
public final class TransactionScope {

  private final ConnectionSource connections;
  private final Connection connection;
  private final TransactionOptions options;
  private final Thread owner = Thread.currentThread();
  private final @Nullable TransactionScope parent;
  private final @Nullable String savepoint;
  private final @Nullable NetworkPatience patience;
  private final @Nullable Observation observation;
  private final int depth;
  private final int callbacksBefore;
  private final @Nullable String actor;
  private final boolean actorGiven;
  private boolean active = true;
  private @Nullable RuntimeException failure;
  private boolean unsound;
  private @Nullable Deadline deadline;
  private int numbers;
  private @Nullable TransactionCallbacks callbacks;

  private TransactionScope(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable NetworkPatience patience,
      @Nullable Observation observation,
      @Nullable TransactionScope parent,
      @Nullable String savepoint,
      @Nullable String sessionActor) {
    this.connections = connections;
    this.connection = connection;
    this.options = options;
    this.patience = patience;
    this.observation = observation;
    this.parent = parent;
    this.savepoint = savepoint;
    this.depth = parent == null ? 1 : parent.depth + 1;
    TransactionCallbacks registered = parent == null ? null : parent.outermost().callbacks;
    this.callbacksBefore = registered == null ? 0 : registered.size();
    boolean outerGiven = parent != null && parent.actorGiven;
    this.actorGiven = options.actor() != null || outerGiven;
    if (options.actor() != null) {
      this.actor = options.actor();
    } else if (sessionActor != null && !outerGiven) {
      this.actor = sessionActor;
    } else {
      this.actor = parent == null ? null : parent.actor;
    }
  }

  static TransactionScope outermost(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable NetworkPatience patience,
      @Nullable Observation observation,
      @Nullable String sessionActor) {
    return new TransactionScope(
        connections, connection, options, patience, observation, null, null, sessionActor);
  }

  /** Creates a level that is a savepoint in another level or in the application's transaction. */
  static TransactionScope savepoint(
      ConnectionSource connections,
      Connection connection,
      TransactionOptions options,
      @Nullable TransactionScope parent,
      String savepoint,
      @Nullable String sessionActor) {
    return new TransactionScope(
        connections, connection, options, null, null, parent, savepoint, sessionActor);
  }

  public Connection connection() {
    return connection;
  }

  TransactionOptions options() {
    return options;
  }

  /** Returns who changes rows in this level, or null. */
  @Nullable String actor() {
    return actor;
  }

  /**
   * Returns who changes rows with a statement of a session: an actor that the program named for the
   * transaction, or else that of the session, or else that of the session that began this level.
   *
   * @param sessionActor the actor of the session, or null
   */
  @Nullable String actorOf(@Nullable String sessionActor) {
    return actorGiven || sessionActor == null ? actor : sessionActor;
  }

  /** Returns who changes rows in the level around this one, or null. */
  @Nullable String outerActor() {
    return parent == null ? null : parent.actor;
  }

  /** Returns whether this is a savepoint in a transaction of the application. */
  boolean isJoined() {
    return parent == null && savepoint != null;
  }

  private TransactionScope outermost() {
    return parent == null ? this : parent.outermost();
  }

  /**
   * Registers a callback for the end of the outermost transaction and for its retries. The rollback
   * of a nested transaction also marks the callbacks that were registered in it as rolled back.
   *
   * @throws InvalidArgumentException when the outermost transaction is the application's, and
   *     nothing reports its end
   */
  public void register(TransactionListener callback) {
    TransactionScope outermost = outermost();
    if (outermost.callbacks == null) {
      outermost.callbacks = outermost.newCallbacks();
    }
    outermost.callbacks.add(callback);
  }

  private TransactionCallbacks newCallbacks() {
    TransactionCallbacks created = new TransactionCallbacks();
    if (isJoined()) {
      ApplicationTransactions transactions = connections.applicationTransactions();
      if (transactions == null) {
        throw new InvalidArgumentException(
            "This transaction is part of the application's, whose commit the library does not see."
                + " Open the database with joinApplicationTransactions(ApplicationTransactions), or"
                + " register the callback with the application's framework.",
            FailureContext.NONE);
      }
      transactions.afterCompletion(outcome -> complete(created, outcome));
    }
    return created;
  }

  private void complete(TransactionCallbacks registered, TransactionOutcome outcome) {
    Throwable thrown = registered.ended(outcome);
    if (thrown == null) {
      return;
    }
    if (outcome == TransactionOutcome.COMMITTED) {
      throw TransactionCallbacks.afterCommit(thrown);
    }
    throw new DatabaseException(
        "The transaction is not committed, and a callback failed after its end. Handle the cause.",
        FailureContext.NONE,
        thrown);
  }

  /**
   * Returns whether an outermost level may be retried; a transaction of the application may not.
   */
  boolean mayRunAgain() {
    return !isJoined() && (callbacks == null || !callbacks.hasFailed());
  }

  /** Runs the callbacks of a failed attempt; a callback that fails ends the retries. */
  void retrying(TransientFailureException conflict) {
    Throwable thrown = callbacks == null ? null : callbacks.retrying(conflict);
    if (thrown == null) {
      return;
    }
    if (thrown != conflict) {
      conflict.addSuppressed(thrown);
    }
    throw conflict;
  }

  /** Returns the callbacks of an outermost transaction, or null if there are none. */
  @Nullable TransactionCallbacks callbacks() {
    return callbacks;
  }

  /** Marks the callbacks that were registered since this level began as rolled back. */
  void rollBackCallbacks() {
    TransactionCallbacks registered = outermost().callbacks;
    if (registered != null) {
      registered.rollBackFrom(callbacksBefore);
    }
  }

  /** Returns the observation of an outermost transaction, or null. */
  @Nullable Observation observation() {
    return observation;
  }

  /**
   * Returns how long the next statement may run, zero for no limit.
   *
   * @param usual the timeout that the database was opened with
   */
  public Duration queryTimeout(Duration usual) {
    if (parent != null) {
      return parent.queryTimeout(usual);
    }
    Duration timeout = options.queryTimeout() == null ? usual : options.queryTimeout();
    return deadline == null ? timeout : deadline.limit(timeout);
  }

  /** Sets the time in which the statements of an outermost level may run. */
  void setDeadline(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Restores the network timeout of the connection. */
  void restorePatience() throws SQLException {
    if (patience != null) {
      patience.restore();
    }
  }

  public boolean isActive() {
    return active;
  }

  /** Checks that the calling thread began the transaction. */
  public void ensureOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "This transaction belongs to another thread. Begin one in this thread, or call the store"
              + " itself.");
    }
  }

  @Nullable TransactionScope parent() {
    return parent;
  }

  @Nullable String savepoint() {
    return savepoint;
  }

  /** Returns whether writes are rejected. */
  public boolean isReadOnly() {
    return options.isReadOnly();
  }

  /** Returns a name for a savepoint in this level. */
  String nextSavepoint() {
    return savepointName(depth + 1);
  }

  static String savepointName(int depth) {
    return "taskstore_" + depth;
  }

  /** Returns a number that is unique in this level and the levels in it. */
  public int nextNumber() {
    return parent == null ? ++numbers : parent.nextNumber();
  }

  /**
   * Makes this level rollback-only after a failure. A lost connection also ends the levels around
   * it.
   */
  public void failed(RuntimeException thrown) {
    if (!isReadOnly()) {
      connections.refused(thrown);
    }
    boolean lost = thrown instanceof ConnectionLostException;
    if (failure == null || (lost && !(failure instanceof ConnectionLostException))) {
      failure = thrown;
    }
    if (lost && parent != null) {
      parent.failed(thrown);
    }
  }

  /** Returns the failure that made this level rollback-only, or null. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  public boolean isRollbackOnly() {
    return failure != null;
  }

  /** The connection of the outermost level could not be reset, so that it is not reused. */
  void setUnsound() {
    unsound = true;
  }

  boolean isUnsound() {
    return unsound;
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
    ensureOwner();
  }

  /**
   * Checks that the next row of a cursor may be fetched, which the transaction opened earlier.
   *
   * @param current the innermost level of the calling thread, or null outside a transaction
   */
  public void ensureMayFetch(@Nullable TransactionScope current) {
    ensureUsable();
    ensureMayRun();
    if (current != null && current != this) {
      current.ensureMayRun();
    }
  }

  /** Checks that another statement may run. */
  public void ensureMayRun() {
    ensureMayCommit();
    Deadline limit = outermost().deadline;
    if (limit != null) {
      try {
        limit.ensureNotReached();
      } catch (DatabaseTimeoutException e) {
        failed(e);
        throw e;
      }
    }
  }

  /** Checks that no statement of this level has failed. */
  void ensureMayCommit() {
    connections.ensureOpen();
    if (failure instanceof ConnectionLostException lost) {
      throw new ConnectionLostException(
          String.valueOf(lost.getMessage()), lost.context(), lost.getCause());
    } else if (failure != null) {
      throw rolledBack();
    }
  }

  public void ensureMayWrite() {
    ensureMayRun();
    if (isReadOnly()) {
      throw readOnly();
    }
  }

  static ReadOnlyTransactionException readOnly() {
    return new ReadOnlyTransactionException(
        "This transaction is read-only. Write in a transaction that is not.",
        FailureContext.NONE,
        null);
  }

  static RollbackOnlyException rolledBack() {
    return new RollbackOnlyException(
        "A statement of this transaction has failed, so that it can only be rolled back. Run what may"
            + " fail in a nested transaction.",
        FailureContext.NONE,
        null);
  }
}
