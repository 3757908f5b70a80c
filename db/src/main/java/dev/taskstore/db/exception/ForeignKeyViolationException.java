package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a row that does not exist, or the removal of a row that others still refer to.
 *
 * <p>{@link #constraint()} names the foreign key. On a dialect whose database does not tell the
 * name it is found for calls of the repositories, and null for statements of the caller's own.
 */
public final class ForeignKeyViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public ForeignKeyViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
