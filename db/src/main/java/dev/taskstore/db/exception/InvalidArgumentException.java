package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an argument is invalid: text with a NUL character or a lone surrogate, text that is
 * too long, an instant out of range, a page size of 0, a damaged page token, a transaction command
 * as plain SQL. No SQL was run, and an enclosing transaction remains usable.
 */
public final class InvalidArgumentException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public InvalidArgumentException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }

  /**
   * Creates the exception without a cause.
   *
   * @param message what is invalid about the argument and what is allowed, without the argument
   *     itself
   * @param context the table and column of the argument, or {@link FailureContext#NONE}
   */
  public InvalidArgumentException(String message, FailureContext context) {
    super(message, context, null);
  }
}
