package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/** A value that a check of the schema refuses; {@link #constraint()} names the check. */
public final class CheckViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public CheckViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
