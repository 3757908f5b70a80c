package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no dialect, or more than one, accepts the JDBC URL or the data source. The message
 * lists the dialects that were found.
 */
public final class DialectNotFoundException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public DialectNotFoundException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
