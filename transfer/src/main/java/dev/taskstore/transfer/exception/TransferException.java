package dev.taskstore.transfer.exception;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * A copy that ended early for a reason other than a failure of a database: the thread was
 * interrupted, or the report cannot be written. The target remains marked as incomplete. Run the
 * copy again: it continues.
 */
public class TransferException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param cause the cause, without values, or null
   */
  public TransferException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }
}
