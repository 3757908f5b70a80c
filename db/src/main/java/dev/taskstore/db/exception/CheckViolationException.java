package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/** Thrown when a value violates a check constraint. {@link #constraint()} returns its name. */
public final class CheckViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public CheckViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
