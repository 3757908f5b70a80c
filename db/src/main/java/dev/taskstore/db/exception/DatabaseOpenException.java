package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a database cannot be opened: the file is a directory or not a database, the
 * credentials are rejected, or a required setting is missing. The message contains the reason.
 */
public final class DatabaseOpenException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public DatabaseOpenException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
