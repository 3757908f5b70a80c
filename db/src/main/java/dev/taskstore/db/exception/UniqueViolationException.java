package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a key already exists in a primary key, unique constraint or unique index.
 *
 * <p>{@link #constraint()} returns its name and {@link #columns()} its columns.
 */
public final class UniqueViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public UniqueViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
