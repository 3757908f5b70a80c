package dev.taskstore.db.exception;

/**
 * A callback failed after the commit of its transaction. The transaction is committed; all other
 * callbacks have run. Do not run the transaction again.
 *
 * <p>The cause is the unchanged exception of the first callback that failed. Exceptions of other
 * callbacks are suppressed exceptions of the cause.
 */
public final class AfterCommitException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the exception of the first callback that failed
   */
  public AfterCommitException(String message, FailureContext context, Throwable cause) {
    super(message, context, cause);
  }
}
