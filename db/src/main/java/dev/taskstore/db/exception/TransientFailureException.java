package dev.taskstore.db.exception;

import dev.taskstore.db.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a failure is temporary: the database was busy or locked, or a deadlock or
 * serialization failure occurred.
 *
 * <p>The transaction was rolled back. {@code transaction(...)} throws this only after all retries
 * that the {@link RetryPolicy} allows.
 */
public final class TransientFailureException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public TransientFailureException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
