package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * The connection to the database broke, or none could be made. Unless the work was committing, it
 * was rolled back; it may be tried again when the database is reachable.
 */
public final class ConnectionLostException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public ConnectionLostException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
