package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * The database is the target of a copy or a restore that is not complete, so that it may not
 * contain all rows. Run the copy or the restore again; it continues. Until then, only {@link
 * dev.taskstore.db.migration.MigrationMode#NONE} opens the database.
 */
public final class IncompleteTransferException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the constraint, table and columns; {@link FailureContext#NONE} if unknown
   * @param cause the cause, which contains no values, or null
   */
  public IncompleteTransferException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
