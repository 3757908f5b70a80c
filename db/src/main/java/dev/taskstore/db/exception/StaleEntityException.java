package dev.taskstore.db.exception;

import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;

/**
 * An update or delete of an entity that somebody else has changed since it was read.
 *
 * <p>Nothing was written. Read the entity again, apply the change to what is there now, and try
 * once more.
 */
public final class StaleEntityException extends DataChangedException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
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
