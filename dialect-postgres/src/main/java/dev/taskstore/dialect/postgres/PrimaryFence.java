package dev.taskstore.dialect.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the connections of a database away from an old primary. It remembers the highest timeline
 * of all primaries that its connections have reached, refuses connections to a primary with a lower
 * one, and aborts those that exist.
 *
 * <p>Standbys, and servers that do not offer their timeline, are not compared. Thread-safe.
 */
final class PrimaryFence {

  private static final System.Logger LOGGER = System.getLogger(PrimaryFence.class.getName());

  /** The shortest time between two failures that drop the connections of the pool. */
  private static final long DROP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Member(Connection connection, long system, long timeline) {}

  private final String target;
  private final LongSupplier nanoTime;
  private final Map<Long, Long> highest = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final AtomicLong droppedAt;
  private volatile boolean offersNoTimeline;
  private volatile @Nullable HikariDataSource pool;

  /**
   * Creates a fence.
   *
   * @param target the database in messages
   * @param nanoTime {@link System#nanoTime}
   */
  PrimaryFence(String target, LongSupplier nanoTime) {
    this.target = target;
    this.nanoTime = nanoTime;
    this.droppedAt = new AtomicLong(nanoTime.getAsLong() - DROP_NANOS);
  }

  /** Sets the pool of the connections. */
  void guard(HikariDataSource guarded) {
    pool = guarded;
  }

  /**
   * Admits a new connection to any server but an old primary, after one round trip.
   *
   * @param connection the connection, which is closed if it is not admitted
   * @param server the server in messages
   * @return the connection
   * @throws NoPrimaryException if the server is an old primary
   * @throws SQLException if the connection is broken
   */
  Connection admit(Connection connection, String server) throws SQLException {
    return admit(connection, server, false);
  }

  /**
   * Admits a new connection to the primary, if it accepts writes, after one round trip.
   *
   * @param connection the connection, which is closed if it is not admitted
   * @param server the server in messages
   * @return the connection
   * @throws NoPrimaryException if the server is a standby, read-only or an old primary
   * @throws SQLException if the connection is broken
   */
  Connection admitPrimary(Connection connection, String server) throws SQLException {
    return admit(connection, server, true);
  }

  private Connection admit(Connection connection, String server, boolean writes)
      throws SQLException {
    try {
      PrimaryTimeline found = timeline(connection);
      if (found != null) {
        admit(connection, found, server);
      }
      if (writes) {
        requireWritable(connection, found, server);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void admit(Connection connection, PrimaryTimeline found, String server)
      throws SQLException {
    observe(found);
    synchronized (this) {
      long known = highest.getOrDefault(found.system(), 0L);
      if (found.timeline() < known) {
        throw new NoPrimaryException(
            server
                + " is an old primary: it writes on timeline "
                + found.timeline()
                + ", and a later primary on timeline "
                + known
                + ". Rebuild it as a standby, or remove it from the URL");
      }
      members.removeIf(PrimaryFence::isClosed);
      members.add(new Member(connection, found.system(), found.timeline()));
    }
  }

  private void requireWritable(
      Connection connection, @Nullable PrimaryTimeline found, String server) throws SQLException {
    if (found == null && !offersNoTimeline) {
      throw new NoPrimaryException(server + " is a standby");
    }
    boolean writable =
        found == null ? PrimaryTimeline.acceptsWrites(connection) : found.isWritable();
    if (!writable) {
      throw new NoPrimaryException(server + " is read-only");
    }
  }

  private @Nullable PrimaryTimeline timeline(Connection connection) throws SQLException {
    if (offersNoTimeline) {
      return null;
    }
    try {
      return PrimaryTimeline.of(connection);
    } catch (SQLException e) {
      if (!lacksFunction(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      offersNoTimeline = true;
      LOGGER.log(
          System.Logger.Level.DEBUG,
          "{0}: the server does not offer its timeline (SQLSTATE {1}), so that connections to an old"
              + " primary are not recognized.",
          target,
          e.getSQLState());
      return null;
    }
  }

  /** The function is missing, forbidden, or not supported by this server. */
  private static boolean lacksFunction(String state) {
    return Stream.of("42", "0A", "55", "XX").anyMatch(state::startsWith);
  }

  /** Takes note of a primary. The connections to primaries with a lower timeline end. */
  void observe(PrimaryTimeline found) {
    List<Connection> old = new ArrayList<>();
    synchronized (this) {
      long known = highest.getOrDefault(found.system(), 0L);
      if (found.timeline() <= known) {
        return;
      }
      highest.put(found.system(), found.timeline());
      for (Member member : members) {
        if (member.system() == found.system() && member.timeline() < found.timeline()) {
          old.add(member.connection());
        }
      }
      members.removeIf(member -> old.contains(member.connection()));
    }
    if (!old.isEmpty()) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "{0}: a server was promoted to timeline {1}. {2} connections to the old primary are"
              + " closed.",
          target,
          found.timeline(),
          old.size());
      droppedAt.set(nanoTime.getAsLong());
      // Before the connections break: the pool lends a connection without a check for 500 ms.
      evictAll();
      old.forEach(PrimaryFence::abort);
    }
  }

  /** Returns whether a primary is the latest of its cluster that is known. */
  synchronized boolean isLatest(PrimaryTimeline found) {
    return found.timeline() >= highest.getOrDefault(found.system(), 0L);
  }

  /** Drops all connections after the end of one, unless that has just happened. */
  void lost() {
    long now = nanoTime.getAsLong();
    long before = droppedAt.get();
    if (now - before >= DROP_NANOS && droppedAt.compareAndSet(before, now)) {
      evictAll();
    }
  }

  /** Drops all connections: the idle ones at once, those in use when they are returned. */
  void evictAll() {
    HikariDataSource guarded = pool;
    if (guarded != null) {
      ConnectionPools.evictAll(guarded);
    }
  }

  private static boolean isClosed(Member member) {
    try {
      return member.connection().isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /** Closes the socket, so that a thread that waits for the server returns. */
  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A connection could not be aborted", e);
    }
  }
}
