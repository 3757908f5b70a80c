package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a call in a transaction, by the next row of its streams, or by its commit, after a
 * statement of the transaction has failed. The transaction is rolled back on every dialect. Run a
 * statement that may fail in a nested transaction to continue after it.
 */
public final class RollbackOnlyException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public RollbackOnlyException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
