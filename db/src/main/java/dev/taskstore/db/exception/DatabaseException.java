package dev.taskstore.db.exception;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the database or of a call to it that none of the more specific types describes.
 *
 * <p>Extends jOOQ's {@link DataAccessException}, so that handlers written for jOOQ keep working.
 * Retrying makes no sense unless a subclass says so.
 */
public class DatabaseException extends DataAccessException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public DatabaseException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, cause);
    this.context = context;
  }

  @Override
  public FailureContext context() {
    return context;
  }
}
