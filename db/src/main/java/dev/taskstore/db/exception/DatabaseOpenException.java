package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A database that cannot be opened: the file is no database or a folder, the credentials are
 * refused, or a setting that the library relies on is missing. The message says which.
 */
public final class DatabaseOpenException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public DatabaseOpenException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
