package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when changesets of the changelog are pending, or when a table, column or index of a
 * statement does not exist. Migrate the database, or open it with {@code MigrationMode.UPDATE}.
 */
public final class SchemaOutOfDateException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public SchemaOutOfDateException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
