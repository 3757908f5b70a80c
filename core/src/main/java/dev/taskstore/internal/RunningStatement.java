package dev.taskstore.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement whose time is watched until it is closed. */
class RunningStatement implements AutoCloseable {

  private final PreparedStatement statement;
  private final TimedStatement timed;

  RunningStatement(PreparedStatement statement, TimedStatement timed) {
    this.statement = statement;
    this.timed = timed;
  }

  final PreparedStatement statement() {
    return statement;
  }

  /** Runs the statement and tells how many rows it changed. */
  int update() throws SQLException {
    return statement.executeUpdate();
  }

  /** Begins the time anew: for what is executed next. */
  final void resume() {
    timed.resume();
  }

  /** Stops the time: for as long as the caller has the rows. */
  final void pause() {
    timed.pause();
  }

  /** Says that all went well, so that the statement can be used again. */
  void succeed() {}

  @Override
  public final void close() throws SQLException {
    try {
      timed.close();
    } finally {
      end();
    }
  }

  /** Gives up what the statement holds. */
  void end() throws SQLException {
    statement.close();
  }
}
