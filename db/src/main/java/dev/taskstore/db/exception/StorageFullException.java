package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the disk of the database is full or a quota is exceeded. The work was rolled back.
 * Reads still succeed, and writes succeed again when space is available.
 */
public final class StorageFullException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public StorageFullException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
