package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/** Thrown when a NOT NULL column has no value. {@link #columns()} returns its name. */
public final class NotNullViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public NotNullViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
