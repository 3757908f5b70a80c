package dev.taskstore.db.exception;

import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a statement violates a constraint of the schema. The enclosing transaction becomes
 * rollback-only. Retrying with the same input fails again.
 */
public class ConstraintViolationException extends IntegrityConstraintViolationException
    implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public ConstraintViolationException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, cause);
    this.context = context;
  }

  @Override
  public FailureContext context() {
    return context;
  }
}
