package dev.taskstore.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement whose time is watched until it is closed. */
final class RunningStatement implements AutoCloseable {

  private final PreparedStatement statement;
  private final TimedStatement timed;

  RunningStatement(PreparedStatement statement, TimedStatement timed) {
    this.statement = statement;
    this.timed = timed;
  }

  PreparedStatement statement() {
    return statement;
  }

  /** Begins the time anew: for what is executed next. */
  void resume() {
    timed.resume();
  }

  /** Stops the time: for as long as the caller has the rows. */
  void pause() {
    timed.pause();
  }

  @Override
  public void close() throws SQLException {
    try {
      timed.close();
    } finally {
      statement.close();
    }
  }
}
