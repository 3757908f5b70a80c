package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs. Immutable.
 *
 * @param isolation the least isolation
 * @param isReadOnly whether the transaction only reads: it then runs on a reader, beside any writer
 * @param isRetryable whether the whole block may be run again after a transient failure
 * @param queryTimeout how long each statement may run, zero for ever, or null for what the database
 *     was opened with
 */
public record TransactionOptions(
    IsolationLevel isolation,
    boolean isReadOnly,
    boolean isRetryable,
    @Nullable Duration queryTimeout) {

  private static final TransactionOptions READ_WRITE =
      new TransactionOptions(IsolationLevel.READ_COMMITTED, false, true, null);

  /** Checks the timeout. */
  public TransactionOptions {
    if (queryTimeout != null) {
      requireTimeout(queryTimeout);
    }
  }

  /**
   * A transaction that reads and writes, isolated by {@link IsolationLevel#READ_COMMITTED},
   * retried.
   *
   * @return the default options
   */
  public static TransactionOptions defaults() {
    return READ_WRITE;
  }

  /**
   * These options with another isolation.
   *
   * @param level the least isolation
   * @return a copy
   */
  public TransactionOptions isolation(IsolationLevel level) {
    return new TransactionOptions(level, isReadOnly, isRetryable, queryTimeout);
  }

  /**
   * These options for a transaction that only reads, and sees one state of the database throughout.
   *
   * @return a copy, isolated by at least {@link IsolationLevel#REPEATABLE_READ}
   */
  public TransactionOptions readOnly() {
    IsolationLevel level =
        isolation == IsolationLevel.READ_COMMITTED ? IsolationLevel.REPEATABLE_READ : isolation;
    return new TransactionOptions(level, true, isRetryable, queryTimeout);
  }

  /**
   * These options for a block that must run at most once, because it does more than talk to the
   * database.
   *
   * @return a copy
   */
  public TransactionOptions withoutRetry() {
    return new TransactionOptions(isolation, isReadOnly, false, queryTimeout);
  }

  /**
   * These options for statements that may take longer, or less long, than {@link
   * DatabaseOptions#queryTimeout} says.
   *
   * @param timeout how long each statement may run, zero for ever
   * @return a copy
   * @throws InvalidArgumentException when the timeout is negative
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
