package dev.taskstore.db.spi;

import java.sql.SQLException;

/**
 * Thrown when a driver cannot connect. The message contains the database and the driver's reason,
 * but no secrets. The driver's exception is not the cause, because it may contain secrets.
 */
public final class ConnectFailedException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient Classification classification;

  /**
   * Creates the exception.
   *
   * @param kind {@link FailureKind#OPEN} if another attempt fails in the same way, {@link
   *     FailureKind#CONNECTION} if it may succeed, or another kind
   * @param message the database, the reason and what to do next, without secrets and without a
   *     period at the end
   * @param reason the driver's exception, from which the SQLSTATE, the error code and the stack
   *     trace are copied
   */
  public ConnectFailedException(FailureKind kind, String message, SQLException reason) {
    super(message, reason.getSQLState(), reason.getErrorCode());
    setStackTrace(reason.getStackTrace());
    this.classification = Classification.of(kind, message);
  }

  /**
   * Returns the classification of the failure.
   *
   * @return the kind and the message
   */
  public Classification classification() {
    return classification;
  }
}
