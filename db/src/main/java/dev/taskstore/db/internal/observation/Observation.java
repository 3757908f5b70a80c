package dev.taskstore.db.internal.observation;

import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.OperationFailure;
import dev.taskstore.db.observation.OperationObserver;
import dev.taskstore.db.observation.OperationResult;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The observation of one operation, by all observers. Used by one thread at a time. */
public final class Observation {

  private static final long UNKNOWN = -1;

  private final GuardedObserver[] observers;
  private final @Nullable OperationObserver[] running;
  private long count = UNKNOWN;
  private long batchSize = UNKNOWN;
  private boolean ended;

  Observation(GuardedObserver[] observers, DatabaseOperation operation) {
    this.observers = observers;
    this.running = new OperationObserver[observers.length];
    for (int i = 0; i < observers.length; i++) {
      running[i] = observers[i].started(operation);
    }
  }

  /** Adds rows, or changesets, to the count. */
  public void count(long further) {
    count = Math.max(count, 0) + further;
  }

  /**
   * Adds the executions of a batch, and the rows that each changed. A driver that combines them
   * reports negative numbers.
   */
  public void executed(int[] rows) {
    batchSize = Math.max(batchSize, 0) + rows.length;
    long changed = 0;
    for (int row : rows) {
      if (row < 0) {
        return;
      }
      changed += row;
    }
    count(changed);
  }

  /** Ends the observation of an operation that succeeded. */
  public void succeeded() {
    end(null, null);
  }

  /** Ends the observation of an operation that failed. */
  public void failed(Throwable exception) {
    count = UNKNOWN;
    end(null, exception);
  }

  /** Ends the observation of a transaction. */
  public void ended(TransactionOutcome outcome, @Nullable Throwable exception) {
    end(outcome, exception);
  }

  /** The last observer is the first to end, so that the operations of each thread nest. */
  private void end(@Nullable TransactionOutcome outcome, @Nullable Throwable exception) {
    if (ended) {
      return;
    }
    ended = true;
    OperationFailure failure = exception == null ? null : failure(exception);
    OperationResult result = new OperationResult(known(count), known(batchSize), outcome, failure);
    for (int i = running.length - 1; i >= 0; i--) {
      OperationObserver observer = running[i];
      if (observer != null) {
        observers[i].ended(observer, result);
      }
    }
  }

  private static OptionalLong known(long number) {
    return number == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static OperationFailure failure(Throwable exception) {
    boolean isOwn = exception instanceof DatabaseFailure;
    DatabaseFailure own = isOwn ? (DatabaseFailure) exception : null;
    return new OperationFailure(
        exception.getClass(),
        isOwn && exception.getCause() instanceof SQLException cause ? statusCode(cause) : null,
        own == null ? null : own.table(),
        own == null ? null : own.constraint(),
        isOwn && exception instanceof DataAccessException access ? access : null);
  }

  private static @Nullable String statusCode(SQLException exception) {
    if (exception.getSQLState() != null) {
      return exception.getSQLState();
    }
    return exception.getErrorCode() == 0 ? null : Integer.toString(exception.getErrorCode());
  }
}
