package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.listener.StatementEvents;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.replica.PositionCheck;
import dev.taskstore.db.internal.replica.ReplicaBehindException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement with a timeout that reports its outcome to listeners, until it is closed.
 */
public final class RunningStatement implements AutoCloseable {

  private final PreparedStatement statement;
  private final TimedStatement timed;
  private final @Nullable StatementEvents events;
  private final @Nullable KeptStatement kept;
  private @Nullable Observation observation;
  private boolean succeeded;
  private boolean failed;
  private boolean namesPrincipal;
  private @Nullable PositionCheck check;
  private @Nullable Connection transaction;

  /**
   * Creates a running statement.
   *
   * @param statement the prepared statement, or the one that a listener set instead
   * @param kept the statement in the cache, or null for one that is closed after its use
   */
  RunningStatement(
      PreparedStatement statement,
      TimedStatement timed,
      @Nullable StatementEvents events,
      @Nullable KeptStatement kept) {
    this.statement = statement;
    this.timed = timed;
    this.events = events;
    this.kept = kept;
  }

  /** Sets the observation that ends with this statement. */
  RunningStatement observedBy(Observation started) {
    observation = started;
    return this;
  }

  /** Adds rows that the caller has read to those that observers receive. */
  public void count(long rows) {
    if (observation != null) {
      observation.count(rows);
    }
  }

  /** Declares that the text begins with a statement that sets the principal of the scope. */
  void namesPrincipal() {
    namesPrincipal = true;
  }

  /** Declares that the text begins with a check of the replica. */
  RunningStatement checkedBy(PositionCheck first) {
    check = first;
    return this;
  }

  /** Returns whether listeners receive the statement, which they may describe or replace. */
  boolean isObserved() {
    return events != null;
  }

  /**
   * Runs the text in a transaction of its own, which commits with {@link #succeed}. Drivers may end
   * the implicit transaction of a text between its statements. The begin is sent with the text.
   */
  void beginOn(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    transaction = connection;
  }

  boolean isNamingPrincipal() {
    return namesPrincipal;
  }

  public PreparedStatement statement() {
    return statement;
  }

  /** Runs the query. The caller reports a failure to read its rows to {@link #failed}. */
  ResultSet query() throws SQLException {
    executing();
    try {
      ResultSet result =
          namesPrincipal || check != null ? secondResult() : statement.executeQuery();
      if (events != null) {
        events.executed(result);
      }
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs the statement and returns how many rows it changed. */
  int update() throws SQLException {
    executing();
    try {
      int rows = execute();
      if (events != null) {
        events.executed(rows);
      }
      count(rows);
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs the batch and returns how many rows each of its statements changed. */
  int[] batch() throws SQLException {
    executing();
    try {
      int[] rows = statement.executeBatch();
      if (events != null) {
        events.executed(rows);
      }
      if (observation != null) {
        observation.executed(rows);
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs both statements of the text; the first returns the principal or the check. */
  private ResultSet secondResult() throws SQLException {
    statement.execute();
    if (check != null) {
      check.read(statement.getResultSet());
    }
    statement.getMoreResults();
    return statement.getResultSet();
  }

  private void executing() {
    if (events != null) {
      events.executing();
    }
  }

  /**
   * Executes a cached statement as a batch of one. One driver leaves a statement active after
   * {@code executeUpdate} until it is closed, so that a late cancellation would cancel the next
   * statement.
   */
  private int execute() throws SQLException {
    if (namesPrincipal) {
      statement.execute();
      statement.getMoreResults();
      return statement.getUpdateCount();
    }
    if (kept == null) {
      return statement.executeUpdate();
    }
    statement.addBatch();
    return statement.executeBatch()[0];
  }

  /** Reports that the statement failed, and returns the exception to throw. */
  public SQLException failed(SQLException failure) {
    if (failure instanceof ReplicaBehindException) {
      // The query runs again on another server.
      return failure;
    }
    SQLException thrown = events == null ? failure : events.failed(failure);
    if (observation == null) {
      return thrown;
    }
    failed = true;
    return Failure.of(thrown).observedBy(observation).asException();
  }

  /** Restarts the timeout, for the next execution. */
  public void resume() {
    timed.resume();
  }

  /** Stops the timeout while the caller processes rows. */
  public void pause() {
    timed.pause();
  }

  /** Marks the statement as successful, so that it can be used again. */
  void succeed() throws SQLException {
    if (transaction != null) {
      transaction.commit();
    }
    succeeded = true;
  }

  @Override
  public void close() throws SQLException {
    try {
      timed.close();
      if (events != null) {
        events.end();
      }
      if (observation != null && !failed) {
        observation.succeeded();
      }
    } finally {
      try {
        release();
      } finally {
        end();
      }
    }
  }

  private void end() throws SQLException {
    if (transaction != null) {
      if (!succeeded) {
        transaction.rollback();
      }
      transaction.setAutoCommit(true);
    }
  }

  private void release() throws SQLException {
    if (kept == null) {
      statement.close();
    } else if (succeeded) {
      kept.release();
    } else {
      kept.discard();
    }
  }
}
