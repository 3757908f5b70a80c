package dev.taskstore.db.internal.replica;

import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.internal.failure.ConstraintCatalog;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.ReplicaPool;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of a database. A read uses the next replica that is available and has replayed the
 * position which its preference requires. Thread-safe.
 */
public final class ReplicaSet implements AutoCloseable {

  private static final long FIRST_PAUSE_NANOS = 500_000;
  private static final long LONGEST_PAUSE_NANOS = 8_000_000;

  private final String dialect;
  private final Replication replication;
  private final List<Replica> replicas;
  private final FailureTranslator failures;
  private final PrimaryPositions positions = new PrimaryPositions();
  private final ReplicaMonitor monitor;
  private final AtomicInteger next = new AtomicInteger();
  private final ThreadLocal<@Nullable PositionCheck> check = new ThreadLocal<>();

  /** A read on a connection. */
  @FunctionalInterface
  public interface Read<T extends @Nullable Object> {
    /** Runs the read. */
    T run(Connection connection) throws SQLException;
  }

  /** The result of a read, which may be null. */
  public record Outcome<T extends @Nullable Object>(T result) {}

  private ReplicaSet(
      String dialect, Replication replication, List<Replica> replicas, FailureTranslator failures) {
    this.dialect = dialect;
    this.replication = replication;
    this.replicas = List.copyOf(replicas);
    this.failures = failures;
    this.monitor = new ReplicaMonitor(replication, positions, e -> reason(failures.translate(e)));
  }

  /**
   * Opens the pools of the replicas.
   *
   * @param servers the settings of the replicas, with a URL of one or more servers each
   * @param dataSources data sources of the application, each of one replica
   * @return the replicas, or null if there are none
   * @throws SQLException if a pool cannot be created
   * @throws CapabilityNotSupportedException if the dialect has no replicas
   */
  public static @Nullable ReplicaSet open(
      Dialect dialect, List<ConnectionSettings> servers, List<DataSource> dataSources)
      throws SQLException {
    if (servers.isEmpty() && dataSources.isEmpty()) {
      return null;
    }
    Replication replication =
        dialect
            .replication()
            .orElseThrow(
                () ->
                    new CapabilityNotSupportedException(
                        "The dialect "
                            + dialect.name()
                            + " does not support "
                            + Capability.REPLICAS
                            + " ("
                            + Capability.REPLICAS.description()
                            + "). Remove the replicas: reads with any preference then use the"
                            + " database itself.",
                        FailureContext.NONE,
                        null));
    List<Replica> opened = new ArrayList<>();
    try {
      for (ConnectionSettings settings : servers) {
        for (String url : replication.servers(settings.url())) {
          opened.add(new Replica(replication.open(settings.withUrl(url)), replication));
        }
      }
    } catch (SQLException | RuntimeException e) {
      opened.forEach(Replica::close);
      throw e;
    }
    for (DataSource dataSource : dataSources) {
      String name = "data source " + (opened.size() + 1);
      opened.add(
          new Replica(
              new ReplicaPool(name, dataSource, dataSource, () -> {}, () -> {}), replication));
    }
    return new ReplicaSet(
        dialect.name(),
        replication,
        opened,
        new FailureTranslator(dialect.failures(), new ConstraintCatalog()));
  }

  /** Begins to probe the servers. */
  public void start(DataSource primary) {
    monitor.start(primary, replicas);
  }

  /** Returns the check of this thread's read, or null. */
  public @Nullable PositionCheck check() {
    return check.get();
  }

  /** Returns the positions that a read must see; none if only the primary is known to have them. */
  private List<ReplicationPosition> required(ReadPreference preference) {
    List<ReplicationPosition> required = new ArrayList<>(2);
    if (preference.maximumStaleness() != null) {
      ReplicationPosition recent =
          positions.within(preference.maximumStaleness(), System.nanoTime());
      if (recent == null) {
        return List.of();
      }
      required.add(recent);
    }
    ConsistencyToken token = preference.token();
    if (token != null) {
      // A token of another database, or one that a client has changed.
      if (!token.dialect().equals(dialect) || !replication.isValid(token.position())) {
        return List.of();
      }
      required.add(new ReplicationPosition(token.timeline(), token.position()));
    }
    return required;
  }

  /**
   * Returns a connection to a replica that has replayed what a preference requires.
   *
   * @return the connection, or null if the primary must be used
   * @throws SQLException if the check fails for a reason that is not that of a replica
   */
  public @Nullable Connection connection(ReadPreference preference) throws SQLException {
    return attempt(
        preference,
        (replica, required) -> {
          Connection connection = replica.connect();
          try {
            replica.check(connection, required).run(connection);
            return connection;
          } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
          }
        });
  }

  /**
   * Runs a read on a replica that has replayed what a preference requires. The first query of the
   * read contains the check.
   *
   * @return the outcome, or null if the read must run on the primary
   * @throws SQLException if the read fails for a reason that is not that of a replica
   */
  public <T extends @Nullable Object> @Nullable Outcome<T> read(
      ReadPreference preference, Read<T> work) throws SQLException {
    return attempt(
        preference,
        (replica, required) -> {
          try (Connection connection = replica.connect()) {
            PositionCheck positionCheck = replica.check(connection, required);
            check.set(positionCheck);
            T result = work.run(connection);
            if (!positionCheck.hasPassed()) {
              // The work ran no query that contains the check.
              throw new ReplicaBehindException();
            }
            return new Outcome<>(result);
          } finally {
            check.remove();
          }
        });
  }

  /** Uses a replica. */
  @FunctionalInterface
  private interface Use<T> {
    T with(Replica replica, List<ReplicationPosition> required) throws SQLException;
  }

  /** Tries the replicas in turn, until one has replayed the position or the wait is over. */
  private <T> @Nullable T attempt(ReadPreference preference, Use<T> use) throws SQLException {
    List<ReplicationPosition> required = required(preference);
    if (required.isEmpty()) {
      return null;
    }
    long deadline = System.nanoTime() + preference.maximumWait().toNanos();
    for (long pause = FIRST_PAUSE_NANOS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
      boolean mayReach = false;
      int first = next.getAndIncrement();
      for (int i = 0; i < replicas.size(); i++) {
        Replica replica = replicas.get(Math.floorMod(first + i, replicas.size()));
        if (!replica.mayReach(required)) {
          continue;
        }
        try {
          return use.with(replica, required);
        } catch (ReplicaBehindException e) {
          mayReach = true;
        } catch (SQLException e) {
          ensureOther(replica, e);
        }
      }
      if (!mayReach || System.nanoTime() + pause > deadline || !isAfter(pause)) {
        return null;
      }
    }
  }

  /** A replica's failure is part of a sentence. */
  private static String reason(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).replaceFirst("[.]$", "");
  }

  private static boolean isAfter(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Decides about a failure on a replica: the read may run on another server if the replica is
   * broken or busy, or cannot run it.
   *
   * @throws SQLException the failure, if another server would fail, too
   */
  private void ensureOther(Replica replica, SQLException exception) throws SQLException {
    Failure failure = Failure.of(exception);
    switch (failures.kind(failure)) {
      case CONNECTION, OPEN -> {
        String reason = reason(failures.translate(failure));
        if (!failure.isExhaustedPool()) {
          replica.failed(reason);
        }
      }
      case READ_ONLY, TRANSIENT -> failures.translate(failure);
      default -> {
        if (!failure.isExhaustedPool()) {
          throw exception;
        }
      }
    }
  }

  /**
   * Removes a connection from its pool if it is one of a replica. The caller still closes it.
   *
   * @return whether it is
   */
  public boolean evict(Connection connection) {
    for (Replica replica : replicas) {
      if (replica.evict(connection)) {
        return true;
      }
    }
    return false;
  }

  /** Closes the connections to replicas and ends the probes. */
  @Override
  public void close() {
    monitor.close();
    replicas.forEach(Replica::close);
  }
}
