package dev.taskstore.db.exception;

import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an update or delete of an entity that was changed since it was read (optimistic
 * locking).
 *
 * <p>Nothing was written. Read the entity again, apply the change to it, and retry.
 */
public final class StaleEntityException extends DataChangedException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public StaleEntityException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, cause);
    this.context = context;
  }

  @Override
  public FailureContext context() {
    return context;
  }
}
