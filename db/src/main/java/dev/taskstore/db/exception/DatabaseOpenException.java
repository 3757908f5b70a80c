package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a database cannot be opened, and another attempt would fail in the same way: the file
 * is a directory or not a database, the credentials are rejected, a setting is wrong or missing, or
 * a migration requires a privilege that the role does not have. The message contains the reason and
 * host, port and database, or the file, without secrets.
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
