package dev.taskstore.dialect.postgres;

import dev.taskstore.dialect.postgres.PostgresHosts.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Observes which of several servers is the primary, on one connection to each of them. A daemon
 * thread for each server reads its timeline every {@link #INTERVAL}, and every {@link
 * #SHORT_INTERVAL} while a connection is waited for.
 *
 * <p>Connections end in this way even if the old primary does not answer: it is frozen, or the
 * network is cut. Thread-safe.
 */
final class PrimaryMonitor implements AutoCloseable {

  static final Duration INTERVAL = Duration.ofSeconds(1);
  static final Duration SHORT_INTERVAL = Duration.ofMillis(100);

  private static final System.Logger LOGGER = System.getLogger(PrimaryMonitor.class.getName());

  /** Makes the connections of the monitor. */
  @FunctionalInterface
  interface Connector {

    /**
     * Connects to a server of any kind. Attempts and statements must have short timeouts.
     *
     * @throws SQLException if the server cannot be reached
     */
    Connection connect(Server server) throws SQLException;
  }

  private final List<Server> servers;
  private final Connector connector;
  private final PrimaryFence fence;
  private final Map<Server, PrimaryTimeline> primaries = new HashMap<>();
  private int waiting;
  private boolean closed;

  PrimaryMonitor(List<Server> servers, Connector connector, PrimaryFence fence) {
    this.servers = List.copyOf(servers);
    this.connector = connector;
    this.fence = fence;
  }

  void start() {
    for (int i = 0; i < servers.size(); i++) {
      Server server = servers.get(i);
      Thread thread = new Thread(() -> observe(server), "taskstore-postgres-monitor-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Returns the primary that accepts writes, or null if none is known. */
  synchronized @Nullable Server primary() {
    return primaries.entrySet().stream()
        .filter(primary -> primary.getValue().isWritable() && fence.isLatest(primary.getValue()))
        .max(Comparator.comparingLong(primary -> primary.getValue().timeline()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * Waits for the end of an attempt to connect to a server, which a server that does not answer
   * delays. Ends earlier if another server is observed as the primary, at the close, or if the
   * thread is interrupted.
   */
  synchronized void await(CompletableFuture<Connection> attempt, Server server) {
    waiting++;
    notifyAll();
    try {
      Server found = primary();
      while (!attempt.isDone() && !closed && (found == null || found.equals(server))) {
        wait();
        found = primary();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
    }
  }

  /** Lets waiting threads look again, after the end of an attempt. */
  synchronized void wake() {
    notifyAll();
  }

  /**
   * Waits for a primary.
   *
   * @param time how long to wait
   * @param unusable a server that is not waited for until it is observed again, or null
   * @return the primary; null if there is none after the time, at the close, or if the thread is
   *     interrupted
   */
  synchronized @Nullable Server awaitPrimary(Duration time, @Nullable Server unusable) {
    if (unusable != null) {
      primaries.remove(unusable);
    }
    long deadline = System.nanoTime() + time.toNanos();
    waiting++;
    notifyAll();
    try {
      Server found = primary();
      while (found == null && !closed && System.nanoTime() < deadline) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        found = primary();
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      waiting--;
    }
  }

  private void observe(Server server) {
    Connection connection = null;
    while (!isClosed()) {
      try {
        if (connection == null) {
          connection = connector.connect(server);
        }
        report(server, PrimaryTimeline.of(connection));
      } catch (SQLException | RuntimeException e) {
        LOGGER.log(System.Logger.Level.DEBUG, "{0} cannot be observed", server.name(), e);
        report(server, null);
        close(connection);
        connection = null;
      }
      pause();
    }
    close(connection);
  }

  private void report(Server server, @Nullable PrimaryTimeline found) {
    synchronized (this) {
      if (found == null) {
        primaries.remove(server);
      } else {
        primaries.put(server, found);
      }
    }
    if (found != null) {
      // New connections of the aborted calls go to the server that is in the map already.
      fence.observe(found);
    }
    wake();
  }

  private synchronized void pause() {
    long begin = System.nanoTime();
    try {
      long remaining = remaining(begin);
      while (remaining > 0 && !closed) {
        wait(remaining);
        remaining = remaining(begin);
      }
    } catch (InterruptedException e) {
      // Nobody else has this thread.
      closed = true;
    }
  }

  private long remaining(long begin) {
    Duration interval = waiting > 0 ? SHORT_INTERVAL : INTERVAL;
    return interval.minusNanos(System.nanoTime() - begin).toMillis();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Ends the threads, which close their connections, without waiting for them. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static void close(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A connection could not be closed", e);
    }
  }
}
