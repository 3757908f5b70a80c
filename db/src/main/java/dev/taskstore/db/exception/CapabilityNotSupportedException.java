package dev.taskstore.db.exception;

import org.jspecify.annotations.Nullable;

/**
 * A call that needs a {@linkplain dev.taskstore.db.spi.Capability capability} which the dialect
 * does not claim. Another try fails as well.
 */
public final class CapabilityNotSupportedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   * @param cause the cause, already free of values, or null
   */
  public CapabilityNotSupportedException(
      String message, FailureContext context, @Nullable Throwable cause) {
    super(message, context, cause);
  }
}
