package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Something took longer than it may: a statement was cancelled, or no connection of the pool became
 * free in time. The work was rolled back and may be tried again.
 */
public final class DatabaseTimeoutException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public DatabaseTimeoutException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
