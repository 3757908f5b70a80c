package dev.taskstore.db;

/**
 * How a transaction runs. Immutable.
 *
 * @param isolation the least isolation
 * @param isReadOnly whether the transaction only reads: it then runs on a reader, beside any writer
 * @param isRetryable whether the whole block may be run again after a transient failure
 */
public record TransactionOptions(
    IsolationLevel isolation, boolean isReadOnly, boolean isRetryable) {

  private static final TransactionOptions READ_WRITE =
      new TransactionOptions(IsolationLevel.READ_COMMITTED, false, true);

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
    return new TransactionOptions(level, isReadOnly, isRetryable);
  }

  /**
   * These options for a transaction that only reads, and sees one state of the database throughout.
   *
   * @return a copy, isolated by at least {@link IsolationLevel#REPEATABLE_READ}
   */
  public TransactionOptions readOnly() {
    IsolationLevel level =
        isolation == IsolationLevel.READ_COMMITTED ? IsolationLevel.REPEATABLE_READ : isolation;
    return new TransactionOptions(level, true, isRetryable);
  }

  /**
   * These options for a block that must run at most once, because it does more than talk to the
   * database.
   *
   * @return a copy
   */
  public TransactionOptions withoutRetry() {
    return new TransactionOptions(isolation, isReadOnly, false);
  }
}
