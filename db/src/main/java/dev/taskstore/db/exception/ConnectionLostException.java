package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection to the database is lost or cannot be established. Uncommitted work was
 * rolled back. If the connection is lost during a commit, a {@link CommitOutcomeUnknownException}
 * is thrown instead. Retry when the database is reachable.
 */
public final class ConnectionLostException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public ConnectionLostException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
