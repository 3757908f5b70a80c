package dev.taskstore.db.internal.replica;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ReplicaPool;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.SQLException;
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

  /** The latest timeline that each connection of the driver is known to have. */
  private final Map<Connection, Long> timelines = new ConcurrentHashMap<>();

  private volatile @Nullable State state;

  Replica(ReplicaPool pool, Replication replication) {
    this.pool = pool;
    this.replication = replication;
  }

  String name() {
    return pool.name();
  }

  /** Returns whether reads may use this replica. */
  boolean isAvailable() {
    State known = state;
    return known != null && known.isAvailable;
  }

  /**
   * Returns whether the replica may have replayed a position soon. A replica that lags behind is
   * not waited for.
   */
  boolean mayReach(ReplicationPosition required) {
    State known = state;
    return known != null
        && known.isAvailable
        && (!known.isLagging || replication.compare(known.replayed, required) >= 0);
  }

  Connection connect() throws SQLException {
    return pool.dataSource().getConnection();
  }

  /** Returns a connection of no pool, for probes. */
  Connection connectForProbes() throws SQLException {
    return pool.probes().getConnection();
  }

  /**
   * Returns whether a connection follows the history of a position. A replica of an older history
   * may have replayed more bytes, which are not those of the position.
   */
  boolean follows(Connection connection, long timeline) throws SQLException {
    Connection own = connection.unwrap(Connection.class);
    Long known = timelines.get(own);
    if (known != null && known >= timeline) {
      return true;
    }
    ReplicationPosition replayed = replication.replayed(connection);
    if (replayed == null) {
      return false;
    }
    timelines.keySet().removeIf(Replica::isClosed);
    timelines.put(own, replayed.timeline());
    return replayed.timeline() >= timeline;
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
      out("it is not a replica");
      return;
    }
    boolean lagging = expected != null && replication.compare(replayed, expected) < 0;
    State before = state;
    state = new State(true, lagging, replayed);
    if (before != null && !before.isAvailable) {
      LOGGER.log(System.Logger.Level.INFO, "The replica {0} is read again.", name());
    }
  }

  /** Records that the replica failed: no reads use it until a probe succeeds. */
  void failed(String reason) {
    out(reason);
  }

  /** Records that the replica does not respond, and ends the reads that wait for it. */
  void unresponsive(String reason) {
    out(reason);
    pool.abort().run();
  }

  private void out(String reason) {
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
      Long known = timelines.remove(connection.unwrap(Connection.class));
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
