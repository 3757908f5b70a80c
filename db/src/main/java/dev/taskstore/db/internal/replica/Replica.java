package dev.taskstore.db.internal.replica;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ReplicaPool;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A replica, and what is known of it. Thread-safe. */
final class Replica {

  private static final System.Logger LOGGER = System.getLogger(Replica.class.getName());

  /** What the latest probe found. */
  private record State(boolean isAvailable, boolean isLagging, ReplicationPosition replayed) {}

  private final ReplicaPool pool;
  private final Replication replication;

  /** What is known of each connection of the driver. */
  private final Map<Connection, ReplicaConnection> connections = new ConcurrentHashMap<>();

  private volatile @Nullable State state;

  Replica(ReplicaPool pool, Replication replication) {
    this.pool = pool;
    this.replication = replication;
  }

  String name() {
    return pool.name();
  }

  /**
   * Returns whether the replica may have replayed positions soon. A replica that lags behind is not
   * waited for.
   */
  boolean mayReach(List<ReplicationPosition> required) {
    State known = state;
    if (known == null || !known.isAvailable) {
      return false;
    }
    return !known.isLagging
        || required.stream().allMatch(position -> replication.includes(known.replayed, position));
  }

  Connection connect() throws SQLException {
    return pool.dataSource().getConnection();
  }

  /** Returns a connection of no pool, for probes. */
  Connection connectForProbes() throws SQLException {
    return pool.probes().getConnection();
  }

  /**
   * Returns the check of positions on a connection.
   *
   * @throws ReplicaBehindException if the server is not a replica, or does not follow the timeline
   *     of a position: such a server may have replayed more bytes, which are other ones
   */
  PositionCheck check(Connection connection, List<ReplicationPosition> required)
      throws SQLException {
    Connection own = connection.unwrap(Connection.class);
    ReplicaConnection known = connections.get(own);
    if (known == null || !follows(known, required)) {
      ReplicationPosition replayed = replication.replayed(connection);
      if (replayed == null) {
        throw new ReplicaBehindException();
      }
      connections.keySet().removeIf(Replica::isClosed);
      known = new ReplicaConnection(replayed);
      connections.put(own, known);
      if (!follows(known, required)) {
        throw new ReplicaBehindException();
      }
    }
    return new PositionCheck(replication, known, required);
  }

  private static boolean follows(ReplicaConnection known, List<ReplicationPosition> required) {
    long timeline = known.replayed().timeline();
    for (ReplicationPosition position : required) {
      if (timeline < position.timeline()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * Records what a probe found.
   *
   * @param replayed the position of the replica; null if the server is not a replica
   * @param expected a position that a replica without a lag has replayed, or null if it is unknown
   */
  void probed(@Nullable ReplicationPosition replayed, @Nullable ReplicationPosition expected) {
    if (replayed == null) {
      failed("it is not a replica");
      return;
    }
    boolean lagging = expected != null && !replication.includes(replayed, expected);
    State before = state;
    state = new State(true, lagging, replayed);
    if (before != null && !before.isAvailable) {
      LOGGER.log(System.Logger.Level.INFO, "The replica {0} is read again.", name());
    }
  }

  /** Records that the replica does not respond, and ends the reads that wait for it. */
  void unresponsive(String reason) {
    failed(reason);
    pool.abort().run();
  }

  /** Records that the replica failed: no reads use it until a probe succeeds. */
  void failed(String reason) {
    State before = state;
    if (before == null || before.isAvailable) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "The replica {0} is not read until it responds as one: {1}.",
          name(),
          reason);
    }
    state = new State(false, false, new ReplicationPosition(0, ""));
  }

  /** Removes a connection from the pool, if it has been used with this replica. */
  boolean evict(Connection connection) {
    try {
      ReplicaConnection known = connections.remove(connection.unwrap(Connection.class));
      if (known != null && pool.dataSource() instanceof HikariDataSource own) {
        own.evictConnection(connection);
      }
      return known != null;
    } catch (SQLException e) {
      return false;
    }
  }

  void close() {
    pool.onClose().run();
  }
}
