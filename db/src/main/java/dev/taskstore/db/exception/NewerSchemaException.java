package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database contains applied changesets that the changelog does not contain: the
 * database is newer than the program. Upgrade the program. The message contains the changesets.
 */
public final class NewerSchemaException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public NewerSchemaException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
