package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a changelog cannot be read, applied or rolled back. The message contains the
 * changeset if it is known. Changesets before it remain applied.
 */
public final class MigrationException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public MigrationException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
