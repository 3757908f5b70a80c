package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A write inside a read-only transaction. Nothing was written; use a transaction that is not
 * read-only.
 */
public final class ReadOnlyTransactionException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public ReadOnlyTransactionException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
