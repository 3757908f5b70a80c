package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a row references a row that does not exist, or when a row that is still referenced is
 * deleted.
 *
 * <p>{@link #constraint()} returns the name of the foreign key. If the database does not report the
 * name, the library determines it for calls of repositories; for the caller's own statements it is
 * null.
 */
public final class ForeignKeyViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public ForeignKeyViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
