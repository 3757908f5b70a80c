package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.dialect.postgres.PostgresHosts.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Makes connections to the servers of a URL. With several servers, it connects to the primary that
 * the monitor has observed before it tries the others. Thread-safe.
 */
final class PostgresConnector {

  /** How long an attempt waits for the end of a failover before it fails. */
  private static final Duration FAILOVER_WAIT = Duration.ofSeconds(1);

  /** An observation ends soon, so that a frozen server delays nothing. */
  private static final String OBSERVATION_SECONDS = "2";

  private static final Map<PGProperty, String> OBSERVATION =
      Map.of(
          PGProperty.CONNECT_TIMEOUT,
          OBSERVATION_SECONDS,
          PGProperty.SOCKET_TIMEOUT,
          OBSERVATION_SECONDS,
          PGProperty.APPLICATION_NAME,
          "taskstore-monitor");

  private static final int MILLIS = 1_000;

  private final Driver driver = new Driver();
  private final String url;
  private final PostgresHosts hosts;
  private final PrimaryFence fence;
  private final boolean choosesPrimary;
  private final Properties settings;
  private volatile @Nullable PrimaryMonitor monitor;

  /**
   * Creates a connector.
   *
   * @param settings the checked settings
   * @param hosts the servers of the URL
   * @param fence admits the connections
   */
  PostgresConnector(PostgresSettings settings, PostgresHosts hosts, PrimaryFence fence) {
    this.url = settings.url();
    this.settings = settings.parsed();
    this.hosts = hosts;
    this.fence = fence;
    this.choosesPrimary = !hosts.isSingle() && PostgresHosts.requiresPrimary(settings.parsed());
  }

  /** Returns whether connections are made to the primary among several servers. */
  boolean choosesPrimary() {
    return choosesPrimary;
  }

  /** Sets the monitor of the servers. */
  void watch(PrimaryMonitor observing) {
    monitor = observing;
  }

  /**
   * Connects.
   *
   * @return a connection; null if the driver does not accept the URL
   * @throws NoPrimaryException if no server is the primary, or it cannot be reached
   * @throws SQLException if no connection can be made
   */
  @Nullable Connection connect(Properties properties) throws SQLException {
    if (!choosesPrimary) {
      Connection connection = driver.connect(url, properties);
      return connection == null ? null : fence.admit(connection, hosts.names());
    }
    PrimaryMonitor observing = monitor;
    Server known = observing == null ? null : observing.primary();
    try {
      return connectToPrimary(known, properties);
    } catch (NoPrimaryException e) {
      Server promoted = observing == null ? null : observing.awaitPrimary(FAILOVER_WAIT, known);
      if (promoted == null) {
        throw e;
      }
      return connectToPrimary(promoted, properties);
    }
  }

  private Connection connectToPrimary(@Nullable Server first, Properties properties)
      throws SQLException {
    Set<Server> order = new LinkedHashSet<>();
    if (first != null) {
      order.add(first);
    }
    order.addAll(hosts.servers());
    List<SQLException> failures = new ArrayList<>();
    for (Server server : order) {
      try {
        PrimaryMonitor observing = monitor;
        return observing == null
            ? connect(server, properties)
            : attempt(server, properties, observing);
      } catch (SQLException e) {
        failures.add(e);
      }
    }
    throw failed(failures);
  }

  /** Connects in another thread, so that a server that does not answer can be given up. */
  private Connection attempt(Server server, Properties properties, PrimaryMonitor observing)
      throws SQLException {
    CompletableFuture<Connection> attempt = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> complete(attempt, server, properties, observing), "taskstore-postgres-connector");
    thread.setDaemon(true);
    thread.start();
    observing.await(attempt, server);
    attempt.cancel(false);
    try {
      return attempt.join();
    } catch (CancellationException e) {
      throw new NoPrimaryException(server.name() + " does not answer");
    } catch (CompletionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void complete(
      CompletableFuture<Connection> attempt,
      Server server,
      Properties properties,
      PrimaryMonitor observing) {
    try {
      Connection connection = connect(server, properties);
      if (!attempt.complete(connection)) {
        connection.close();
      }
    } catch (SQLException | RuntimeException e) {
      attempt.completeExceptionally(e);
    } finally {
      observing.wake();
    }
  }

  /**
   * Connects to the primary. The driver applies the timeout of statements to the handshake, which a
   * frozen server never ends, so that it is shorter until then.
   */
  private Connection connect(Server server, Properties properties) throws SQLException {
    int handshakeSeconds = PGProperty.CONNECT_TIMEOUT.getInt(settings);
    int socketSeconds = PGProperty.SOCKET_TIMEOUT.getInt(settings);
    boolean isShorter = socketSeconds == 0 || handshakeSeconds < socketSeconds;
    int seconds = handshakeSeconds > 0 && isShorter ? handshakeSeconds : socketSeconds;
    Connection connection =
        connect(server, properties, Map.of(PGProperty.SOCKET_TIMEOUT, String.valueOf(seconds)));
    fence.admitPrimary(connection, server.name());
    try {
      connection.setNetworkTimeout(Runnable::run, socketSeconds * MILLIS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Connects to a server of any kind, for the monitor. */
  Connection observe(Server server, Properties properties) throws SQLException {
    return connect(server, properties, OBSERVATION);
  }

  private Connection connect(
      Server server, Properties properties, Map<PGProperty, String> overriding)
      throws SQLException {
    Properties own = new Properties();
    own.putAll(properties);
    own.putAll(hosts.parameters());
    own.setProperty(PGProperty.TARGET_SERVER_TYPE.getName(), "any");
    overriding.forEach((property, value) -> own.setProperty(property.getName(), value));
    Connection connection = driver.connect(server.url(), own);
    if (connection == null) {
      throw new SQLException("the driver does not accept the URL. Correct the URL", "08001");
    }
    return connection;
  }

  /** A wrong setting fails on each server in the same way; everything else may pass. */
  private static SQLException failed(List<SQLException> failures) {
    SQLException first = failures.get(0);
    boolean isSetting =
        failures.stream()
            .map(PostgresConnectFailures::classify)
            .map(Classification::kind)
            .allMatch(FailureKind.OPEN::equals);
    SQLException thrown =
        isSetting
            ? first
            : new NoPrimaryException(
                failures.stream()
                    .map(ConnectingDataSource::reason)
                    .distinct()
                    .collect(Collectors.joining("; ", "no server is a primary: ", "")));
    failures.stream().filter(failure -> failure != thrown).forEach(thrown::addSuppressed);
    return thrown;
  }
}
