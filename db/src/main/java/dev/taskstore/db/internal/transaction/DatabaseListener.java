package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.TransientFailureException;
import java.util.List;
import org.jooq.ExecuteListenerProvider;

/**
 * Observes an open database, or, if registered with a {@link TransactionScope}, a single
 * transaction. All methods do nothing by default.
 *
 * <p>A listener of the database is thread-safe and throws no exceptions. A listener of a single
 * transaction receives {@link #transactionEnded} and {@link #retrying} only, and may throw.
 */
public interface DatabaseListener {

  /**
   * An outermost transaction has begun. Transactions that join the application's are not reported.
   */
  default void transactionBegan(TransactionOptions options) {}

  /**
   * An outermost transaction has ended and its connection is closed.
   *
   * @param nanos the time since it began, in nanoseconds
   */
  default void transactionEnded(TransactionOutcome outcome, long nanos) {}

  /**
   * A transaction, or a call outside of a transaction, is about to be retried.
   *
   * @param attempt the attempt that failed, from 1
   */
  default void retrying(int attempt, TransientFailureException failure) {}

  /**
   * A connection was acquired.
   *
   * @param nanos how long the caller waited for the connection, in nanoseconds
   */
  default void connectionAcquired(long nanos) {}

  /**
   * A connection was closed by the library.
   *
   * @param nanos how long the library has used the connection, in nanoseconds
   */
  default void connectionReleased(long nanos) {}

  /** Returns jOOQ's listeners for all statements; called once, when the database is opened. */
  default List<ExecuteListenerProvider> executeListeners() {
    return List.of();
  }
}
