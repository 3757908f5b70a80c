package dev.taskstore.dialect.postgres;

import java.sql.SQLException;

/**
 * No server to connect to is the primary: it is a standby, an old primary, or not reachable. This
 * state ends with the failover.
 */
final class NoPrimaryException extends SQLException {

  private static final long serialVersionUID = 1L;

  /** The state of a connection that could not be made. */
  private static final String NOT_CONNECTED = "08001";

  NoPrimaryException(String reason) {
    super(reason, NOT_CONNECTED);
  }
}
