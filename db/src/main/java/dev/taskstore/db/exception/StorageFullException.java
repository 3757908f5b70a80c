package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * The database found no space for what was written: its disk, or a quota, is full. The work was
 * rolled back; reading goes on, and so does writing as soon as there is space.
 */
public final class StorageFullException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public StorageFullException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
