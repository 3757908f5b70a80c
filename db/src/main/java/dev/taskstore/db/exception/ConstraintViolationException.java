package dev.taskstore.db.exception;

import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a constraint of the schema refused. The transaction that it ran in is
 * rollback-only; retrying the same input fails again.
 */
public class ConstraintViolationException extends IntegrityConstraintViolationException
    implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
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
