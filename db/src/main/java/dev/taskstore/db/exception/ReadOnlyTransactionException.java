package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a statement writes in a read-only transaction. Nothing was written. Use a transaction
 * that is not read-only.
 */
public final class ReadOnlyTransactionException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public ReadOnlyTransactionException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
