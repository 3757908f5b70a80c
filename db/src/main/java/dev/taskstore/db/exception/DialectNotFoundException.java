package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * No dialect, or more than one, answers to the JDBC URL or the database product. The message lists
 * the dialects that were found.
 */
public final class DialectNotFoundException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public DialectNotFoundException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
