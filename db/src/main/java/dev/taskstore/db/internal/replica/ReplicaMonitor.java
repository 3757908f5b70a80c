package dev.taskstore.db.internal.replica;

import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Probes the primary twice a second and each replica once a second, each in a thread of its own, so
 * that a server which does not respond delays no other probe and no caller.
 */
final class ReplicaMonitor implements AutoCloseable {

  private static final Duration PRIMARY_INTERVAL = Duration.ofMillis(500);
  private static final Duration REPLICA_INTERVAL = Duration.ofSeconds(1);

  /** A replica that has not replayed what the primary wrote this long ago lags behind. */
  private static final Duration LAG = Duration.ofSeconds(1);

  /** How long a server may take to respond to a probe. */
  private static final int PROBE_MILLIS = 2_000;

  private final Replication replication;
  private final PrimaryPositions positions;
  private final Function<SQLException, String> reasons;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  ReplicaMonitor(
      Replication replication, PrimaryPositions positions, Function<SQLException, String> reasons) {
    this.replication = replication;
    this.positions = positions;
    this.reasons = reasons;
  }

  void start(DataSource primary, List<Replica> replicas) {
    every(PRIMARY_INTERVAL, "taskstore-primary-positions", () -> sample(primary), () -> {});
    for (Replica replica : replicas) {
      ReplicaProbe probe = new ReplicaProbe(replica);
      every(REPLICA_INTERVAL, "taskstore-replica-" + replica.name(), probe, probe::close);
    }
  }

  private void every(Duration interval, String name, Runnable probe, Runnable end) {
    Thread thread =
        new Thread(
            () -> {
              do {
                probe.run();
              } while (!isClosedAfter(interval));
              end.run();
            },
            name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private boolean isClosedAfter(Duration interval) {
    try {
      return closed.await(interval.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** The positions end while the primary cannot be reached; then no staleness can be limited. */
  private void sample(DataSource primary) {
    long takenAt = System.nanoTime();
    try (Connection connection = primary.getConnection()) {
      ReplicationPosition position = bounded(connection, replication::position);
      if (position != null) {
        positions.add(takenAt, position);
      }
    } catch (SQLException | RuntimeException e) {
      // The next call of the application reports what is wrong with the primary.
    }
  }

  /**
   * Probes one replica on a connection of its own, so that busy reads do not look like a failure.
   */
  private final class ReplicaProbe implements Runnable {

    private final Replica replica;
    private @Nullable Connection kept;

    ReplicaProbe(Replica replica) {
      this.replica = replica;
    }

    @Override
    public void run() {
      try {
        Connection connection = kept;
        if (connection == null) {
          connection = replica.connectForProbes();
          kept = connection;
        }
        ReplicationPosition replayed = bounded(connection, replication::replayed);
        replica.probed(replayed, positions.before(LAG, System.nanoTime()));
        if (replayed == null) {
          close();
        }
      } catch (SQLException e) {
        close();
        if (closed.getCount() > 0) {
          replica.unresponsive(reasons.apply(e));
        }
      } catch (RuntimeException e) {
        close();
        replica.unresponsive(e.getClass().getSimpleName());
      }
    }

    void close() {
      Connection connection = kept;
      kept = null;
      if (connection != null) {
        try {
          connection.abort(Runnable::run);
          connection.close();
        } catch (SQLException e) {
          // The connection is not used again.
        }
      }
    }
  }

  /** Runs a probe that the driver gives up when the server does not respond. */
  private static @Nullable ReplicationPosition bounded(Connection connection, Probe probe)
      throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, PROBE_MILLIS);
    ReplicationPosition found = probe.run(connection);
    connection.setNetworkTimeout(Runnable::run, before);
    return found;
  }

  @FunctionalInterface
  private interface Probe {
    @Nullable ReplicationPosition run(Connection connection) throws SQLException;
  }

  @Override
  public void close() {
    closed.countDown();
    threads.forEach(Thread::interrupt);
  }
}
