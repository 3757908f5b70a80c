package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * An argument is invalid: text with a NUL character or a lone surrogate, text that is too long, an
 * instant out of range, a page of size 0, a damaged page token. No SQL ran, and an enclosing
 * transaction stays usable.
 */
public final class InvalidArgumentException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public InvalidArgumentException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }

  /**
   * Creates the exception without a cause.
   *
   * @param message what is wrong with the argument and what is allowed, without the argument itself
   * @param context the column that the argument was for, or {@link FailureContext#NONE}
   */
  public InvalidArgumentException(String message, FailureContext context) {
    super(message, context, null);
  }
}
