package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a statement exceeds its timeout and is cancelled, or when no connection of the pool
 * or migration lock becomes available in time. The work was rolled back and can be retried.
 */
public final class DatabaseTimeoutException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public DatabaseTimeoutException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
