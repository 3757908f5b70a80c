package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * An update or delete of an entry of the audit trail, or a TRUNCATE of a table whose changes are
 * recorded. Nothing was changed. A retry fails in the same way.
 *
 * @see dev.taskstore.db.audit.AuditTrail
 */
public final class AppendOnlyException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the table
   * @param cause the cause, which contains no values, or null
   */
  public AppendOnlyException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
