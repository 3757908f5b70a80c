package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A changelog that could not be read, applied or rolled back. The changeset is named where one is
 * known; changesets before it stay applied.
 */
public final class MigrationException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public MigrationException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
