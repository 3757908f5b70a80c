package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A call, or the commit, of a transaction in which a statement has failed before. The transaction
 * is rolled back on every dialect; run what may fail in a nested transaction to go on after it.
 */
public final class RollbackOnlyException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public RollbackOnlyException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
