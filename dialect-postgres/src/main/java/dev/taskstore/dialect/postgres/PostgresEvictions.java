package dev.taskstore.dialect.postgres;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Decides after which failures the pool closes connections. HikariCP closes the connection of an
 * unsupported feature, which remains usable, and of a server that stops, but not the others to that
 * server. Thread-safe.
 */
final class PostgresEvictions implements SQLExceptionOverride {

  private final Runnable lost;

  /**
   * Creates an instance.
   *
   * @param lost runs after the loss of a connection
   */
  PostgresEvictions(Runnable lost) {
    this.lost = lost;
  }

  @java.lang.Override
  public Override adjudicate(SQLException exception) {
    String state = exception.getSQLState() == null ? "" : exception.getSQLState();
    if (state.equals(PostgresFailures.FEATURE_NOT_SUPPORTED)) {
      return Override.DO_NOT_EVICT;
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      lost.run();
    }
    return Override.CONTINUE_EVICT;
  }
}
