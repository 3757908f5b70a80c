package dev.taskstore.db.exception;

import dev.taskstore.db.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A failure that another try may not meet: the database was busy or locked, a deadlock was broken,
 * or a transaction could not be serialized.
 *
 * <p>The transaction was rolled back. {@code transaction(...)} has already retried it as often as
 * the {@link RetryPolicy} allows when this reaches the caller.
 */
public final class TransientFailureException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public TransientFailureException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
