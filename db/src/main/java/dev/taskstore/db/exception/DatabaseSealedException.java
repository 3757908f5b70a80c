package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A write to a database that was sealed, because its contents were copied to another database.
 * Reads succeed. Connect to the new database; a retry fails in the same way.
 */
public final class DatabaseSealedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the table
   * @param cause the cause, which contains no values, or null
   */
  public DatabaseSealedException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
