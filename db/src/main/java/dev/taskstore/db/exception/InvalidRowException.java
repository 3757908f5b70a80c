package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A row contains a value that its column does not allow: NULL where the mapping requires a value, a
 * text that is not a constant of the enum, or a number, date or instant that is out of range.
 * Another program wrote the row, or the mapping was generated for another schema. {@link #table()}
 * and {@link #columns()} name the column.
 *
 * <p>Reads of the row fail until it is corrected.
 */
public final class InvalidRowException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what the row contains and what to do next, without values
   * @param context the table and the column
   * @param cause the cause, which contains no values, or null
   */
  public InvalidRowException(String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
