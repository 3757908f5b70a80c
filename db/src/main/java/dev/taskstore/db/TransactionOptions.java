package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a transaction. Immutable.
 *
 * @param isolation the minimum isolation level
 * @param isReadOnly whether the transaction is read-only; it then uses a reader connection,
 *     concurrently with any writer
 * @param isRetryable whether the whole block may be retried after a transient failure
 * @param queryTimeout the maximum duration of each statement; zero for no limit, null for the
 *     timeout that the database was opened with
 */
public record TransactionOptions(
    IsolationLevel isolation,
    boolean isReadOnly,
    boolean isRetryable,
    @Nullable Duration queryTimeout) {

  private static final TransactionOptions READ_WRITE =
      new TransactionOptions(IsolationLevel.READ_COMMITTED, false, true, null);

  /** Validates the timeout. */
  public TransactionOptions {
    if (queryTimeout != null) {
      requireTimeout(queryTimeout);
    }
  }

  /**
   * Returns the default options: read-write, {@link IsolationLevel#READ_COMMITTED}, retryable.
   *
   * @return the default options
   */
  public static TransactionOptions defaults() {
    return READ_WRITE;
  }

  /**
   * Returns a copy with another isolation level.
   *
   * @param level the minimum isolation level
   * @return the copy
   */
  public TransactionOptions isolation(IsolationLevel level) {
    return new TransactionOptions(level, isReadOnly, isRetryable, queryTimeout);
  }

  /**
   * Returns a copy for a read-only transaction, whose queries all read the same snapshot of the
   * database.
   *
   * @return the copy, with an isolation level of at least {@link IsolationLevel#REPEATABLE_READ}
   */
  public TransactionOptions readOnly() {
    IsolationLevel level =
        isolation == IsolationLevel.READ_COMMITTED ? IsolationLevel.REPEATABLE_READ : isolation;
    return new TransactionOptions(level, true, isRetryable, queryTimeout);
  }

  /**
   * Returns a copy without retries, for a block that must run at most once because it has side
   * effects outside the database.
   *
   * @return a copy
   */
  public TransactionOptions withoutRetry() {
    return new TransactionOptions(isolation, isReadOnly, false, queryTimeout);
  }

  /**
   * Returns a copy with a longer or shorter query timeout than {@link
   * DatabaseOptions#queryTimeout}.
   *
   * @param timeout the maximum duration of each statement, zero for no limit
   * @return a copy
   * @throws InvalidArgumentException if the timeout is negative
   */
  public TransactionOptions queryTimeout(Duration timeout) {
    return new TransactionOptions(
        isolation, isReadOnly, isRetryable, Objects.requireNonNull(timeout, "timeout"));
  }

  static void requireTimeout(Duration timeout) {
    if (timeout.isNegative()) {
      throw new InvalidArgumentException(
          "queryTimeout must be zero, for no limit, or more.", FailureContext.NONE);
    }
  }
}
