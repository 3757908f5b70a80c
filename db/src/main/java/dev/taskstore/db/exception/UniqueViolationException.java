package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A primary key, unique constraint or unique index that already holds the key.
 *
 * <p>{@link #constraint()} names it and {@link #columns()} lists its columns.
 */
public final class UniqueViolationException extends ConstraintViolationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public UniqueViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
