package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * The database lacks changesets of the changelog, or a table or column that the code expects.
 * Migrate the database, or open it with {@code MigrationMode.UPDATE}.
 */
public final class SchemaOutOfDateException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public SchemaOutOfDateException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
