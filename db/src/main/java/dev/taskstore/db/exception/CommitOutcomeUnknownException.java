package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection is lost during a commit, or during a write in auto-commit mode. The
 * work may or may not have been committed.
 *
 * <p>The library never retries it. Before repeating the work, check whether its changes are in the
 * database.
 */
public final class CommitOutcomeUnknownException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public CommitOutcomeUnknownException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
