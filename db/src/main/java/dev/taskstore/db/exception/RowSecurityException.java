package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when row-level security of the database does not permit to insert a row, or to update it
 * to its new values, because the row would not belong to the principal of the transaction. Also
 * thrown by an upsert that conflicts with the row of somebody else. {@link #table()} returns the
 * table, if the database reports it.
 *
 * <p>Rows of others are not an error for reads, updates and deletes: they are not found. Retrying
 * fails again.
 *
 * @see dev.taskstore.db.security.RowSecurity
 */
public final class RowSecurityException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table of the failure
   * @param cause the cause, without values, or null
   */
  public RowSecurityException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
