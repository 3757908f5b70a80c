package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.listener.StatementEvents;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement whose time is watched, and whose fate is told, until it is closed. */
public class RunningStatement implements AutoCloseable {

  private final PreparedStatement statement;
  private final TimedStatement timed;
  private final @Nullable StatementEvents events;

  RunningStatement(
      PreparedStatement statement, TimedStatement timed, @Nullable StatementEvents events) {
    this.statement = statement;
    this.timed = timed;
    this.events = events;
  }

  public final PreparedStatement statement() {
    return statement;
  }

  /** Runs the statement and gives its rows; a failure to read them has to be {@link #failed}. */
  final ResultSet query() throws SQLException {
    executing();
    try {
      ResultSet result = statement.executeQuery();
      if (events != null) {
        events.executed(result);
      }
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs the statement and tells how many rows it changed. */
  final int update() throws SQLException {
    executing();
    try {
      int rows = execute();
      if (events != null) {
        events.executed(rows);
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs the batch and tells how many rows each of its statements changed. */
  final int[] batch() throws SQLException {
    executing();
    try {
      int[] rows = statement.executeBatch();
      if (events != null) {
        events.executed(rows);
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void executing() {
    if (events != null) {
      events.executing();
    }
  }

  /** Executes a statement that changes rows. */
  int execute() throws SQLException {
    return statement.executeUpdate();
  }

  /** Says that the statement failed; returns what is to be thrown. */
  public final SQLException failed(SQLException failure) {
    return events == null ? failure : events.failed(failure);
  }

  /** Begins the time anew: for what is executed next. */
  public final void resume() {
    timed.resume();
  }

  /** Stops the time: for as long as the caller has the rows. */
  public final void pause() {
    timed.pause();
  }

  /** Says that all went well, so that the statement can be used again. */
  void succeed() {}

  @Override
  public final void close() throws SQLException {
    try {
      timed.close();
      if (events != null) {
        events.end();
      }
    } finally {
      end();
    }
  }

  /** Gives up what the statement holds. */
  void end() throws SQLException {
    statement.close();
  }
}
