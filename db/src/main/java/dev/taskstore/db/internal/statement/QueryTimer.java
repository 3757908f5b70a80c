package dev.taskstore.db.internal.statement;

import dev.taskstore.db.spi.StatementTraits;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Cancels statements that exceed their timeout, with {@link Statement#cancel()} from another
 * thread. This works with every driver; some drivers ignore {@link Statement#setQueryTimeout}.
 *
 * <p>A single thread checks the running statements, at most four times a second unless a timeout
 * expires. The thread starts with the first statement, and sleeps while no statement runs.
 */
final class QueryTimer implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(QueryTimer.class.getName());
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);
  private static final TimedStatement UNTIMED = new TimedStatement(null, null, 0);

  private final StatementTraits traits;
  private final Set<TimedStatement> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread watchdog;
  private volatile boolean idle;
  private volatile boolean closed;

  /**
   * Creates a timer.
   *
   * @param traits cancels statements for which one cancellation was not enough
   */
  QueryTimer(StatementTraits traits) {
    this.traits = traits;
  }

  /**
   * Starts the timeout of a statement. It ends when the result is closed.
   *
   * @param timeout how long the statement may run, zero for no limit
   */
  TimedStatement watch(Statement statement, Duration timeout) {
    if (timeout.isZero()) {
      return UNTIMED;
    }
    long nanos = nanos(timeout);
    TimedStatement timed = new TimedStatement(this, statement, nanos);
    timed.resume();
    running.add(timed);
    Thread thread = watchdog;
    if (thread == null) {
      start();
    } else if (idle || nanos < TICK_NANOS) {
      LockSupport.unpark(thread);
    }
    return timed;
  }

  private static long nanos(Duration timeout) {
    return timeout.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : timeout.toNanos();
  }

  void cancelAgain(Statement statement) throws SQLException {
    traits.cancelAgain(statement);
  }

  void forget(TimedStatement timed) {
    running.remove(timed);
  }

  private synchronized void start() {
    if (watchdog == null && !closed) {
      Thread thread = new Thread(this::run, "taskstore-query-timer");
      thread.setDaemon(true);
      watchdog = thread;
      thread.start();
    }
  }

  private void run() {
    while (!closed) {
      if (running.isEmpty()) {
        idle = true;
        if (running.isEmpty() && !closed) {
          LockSupport.park(this);
        }
        idle = false;
      }
      LockSupport.parkNanos(this, endThoseThatAreDue());
    }
  }

  /** Returns the time until the next timeout may expire. */
  private long endThoseThatAreDue() {
    long now = System.nanoTime();
    long next = TICK_NANOS;
    for (TimedStatement timed : running) {
      long left = timed.nanosLeft(now);
      if (left <= 0) {
        cancel(timed);
      } else {
        next = Math.min(next, left);
      }
    }
    return next;
  }

  /** Runs in a separate thread, because a cancellation blocks while the server does not respond. */
  private static void cancel(TimedStatement timed) {
    if (timed.claimCancel()) {
      Thread thread = new Thread(() -> cancelNow(timed), "taskstore-query-cancel");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void cancelNow(TimedStatement timed) {
    try {
      timed.cancel();
    } catch (SQLException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A statement could not be cancelled", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread thread = watchdog;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
