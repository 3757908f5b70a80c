package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * The connection broke while a transaction was being committed: it may have been committed or not.
 *
 * <p>This is never retried by the library. Read what the transaction was to write before doing it
 * again.
 */
public final class CommitOutcomeUnknownException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public CommitOutcomeUnknownException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
