package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a call that requires a {@linkplain dev.taskstore.db.spi.Capability capability} that the
 * dialect does not support. Retrying fails again.
 */
public final class CapabilityNotSupportedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
   * @param cause the cause, without values, or null
   */
  public CapabilityNotSupportedException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
