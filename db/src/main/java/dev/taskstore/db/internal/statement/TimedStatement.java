package dev.taskstore.db.internal.statement;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose timeout a {@link QueryTimer} checks. The caller pauses the timeout while the
 * statement is not running. A pause waits for a cancellation in progress, so that the cancellation
 * never cancels the next statement of the connection.
 */
public final class TimedStatement implements AutoCloseable {

  private static final long NEVER = Long.MAX_VALUE;
  private static final long NEXT_CANCEL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final @Nullable QueryTimer timer;
  private final @Nullable Statement statement;
  private final long timeoutNanos;
  private boolean runs;
  private boolean claimed;
  private boolean cancelled;
  private long startedAt;

  TimedStatement(@Nullable QueryTimer timer, @Nullable Statement statement, long timeoutNanos) {
    this.timer = timer;
    this.statement = statement;
    this.timeoutNanos = timeoutNanos;
  }

  /** Restarts the timeout. */
  public void resume() {
    if (timer != null) {
      synchronized (this) {
        startedAt = System.nanoTime();
        claimed = false;
        cancelled = false;
        runs = true;
      }
    }
  }

  /** Stops the timeout. */
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

  /** Returns how long the statement may still run. */
  synchronized long nanosLeft(long now) {
    return runs && !claimed ? timeoutNanos - (now - startedAt) : NEVER;
  }

  /** Returns true for the one caller that must cancel the statement; false before the timeout. */
  synchronized boolean claimCancel() {
    boolean mine = nanosLeft(System.nanoTime()) <= 0;
    claimed |= mine;
    return mine;
  }

  /**
   * Cancels the statement. If it is still running some time later, it is cancelled again: the
   * driver or the database ignores a cancellation that comes before the statement runs there.
   */
  synchronized void cancel() throws SQLException {
    if (runs && claimed && timer != null && statement != null) {
      try {
        if (cancelled) {
          timer.cancelAgain(statement);
        } else {
          cancelled = true;
          statement.cancel();
        }
      } finally {
        startedAt = System.nanoTime() + NEXT_CANCEL_NANOS - timeoutNanos;
        claimed = false;
      }
    }
  }
}
