package dev.taskstore.db.internal.statement;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a {@link QueryTimer} watches. Whoever runs it pauses the time when the statement
 * is not at work: a pause waits for a cancellation that is on its way, so that this never hits what
 * the connection does next.
 */
public final class TimedStatement implements AutoCloseable {

  private static final long NEVER = Long.MAX_VALUE;

  private final @Nullable QueryTimer timer;
  private final @Nullable Statement statement;
  private final long timeoutNanos;
  private boolean runs;
  private boolean claimed;
  private long startedAt;

  TimedStatement(@Nullable QueryTimer timer, @Nullable Statement statement, long timeoutNanos) {
    this.timer = timer;
    this.statement = statement;
    this.timeoutNanos = timeoutNanos;
  }

  /** Begins the time anew. */
  public void resume() {
    if (timer != null) {
      synchronized (this) {
        startedAt = System.nanoTime();
        claimed = false;
        runs = true;
      }
    }
  }

  /** Stops the time. */
  public void pause() {
    if (timer != null) {
      synchronized (this) {
        runs = false;
      }
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      pause();
      timer.forget(this);
    }
  }

  /** How long the statement may go on running. */
  synchronized long nanosLeft(long now) {
    return runs && !claimed ? timeoutNanos - (now - startedAt) : NEVER;
  }

  /** Makes the caller the one who cancels the statement, unless there is one or time is left. */
  synchronized boolean claimCancel() {
    boolean mine = nanosLeft(System.nanoTime()) <= 0;
    claimed |= mine;
    return mine;
  }

  synchronized void cancel() throws SQLException {
    if (runs && claimed && statement != null) {
      statement.cancel();
    }
  }
}
