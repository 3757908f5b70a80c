package dev.taskstore.db.exception;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the database or of a call to it. Thrown itself only if no subclass applies.
 *
 * <p>Extends jOOQ's {@link DataAccessException}, so that handlers written for jOOQ keep working. Do
 * not retry unless the documentation of a subclass allows it.
 */
public class DatabaseException extends DataAccessException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
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
