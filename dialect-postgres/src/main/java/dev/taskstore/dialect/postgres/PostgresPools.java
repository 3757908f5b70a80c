package dev.taskstore.dialect.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.ReplicaPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The pools of connections to the primary and to replicas. */
final class PostgresPools {

  private static final Duration REPLICA_WAIT = Duration.ofSeconds(1);
  private static final String PROBE_SECONDS = "2";

  private PostgresPools() {}

  /** Opens the pool of the primary. Its servers are observed if the URL lists several. */
  static ConnectionPools open(ConnectionSettings settings) throws SQLException {
    PostgresSettings checked = PostgresSettings.of(settings);
    PostgresHosts hosts = PostgresHosts.of(checked.url(), checked.target());
    checked.requirePrimary(hosts);
    PrimaryFence fence = new PrimaryFence(checked.target(), System::nanoTime);
    PostgresConnector connector = new PostgresConnector(checked, hosts, fence);
    HikariConfig configuration = ConnectionPools.configuration(settings, "taskstore-postgres");
    configuration.setExceptionOverride(new PostgresEvictions(fence::lost));
    HikariDataSource pool =
        ConnectionPools.open(
            configuration,
            connections(
                settings,
                checked.target(),
                current -> connector.connect(checked.properties(current))));
    fence.guard(pool);
    Runnable onReadOnly = checked.isReadOnly() ? () -> {} : fence::evictAll;
    if (!connector.choosesPrimary()) {
      return new ConnectionPools(pool, pool, pool::close, onReadOnly);
    }
    // The credentials of each connection are new ones.
    PrimaryMonitor monitor =
        new PrimaryMonitor(
            hosts.servers(),
            server ->
                connections(
                        settings,
                        server.name(),
                        current -> connector.observe(server, checked.properties(current)))
                    .connect(),
            fence);
    connector.watch(monitor);
    monitor.start();
    Runnable onClose =
        () -> {
          monitor.close();
          pool.close();
        };
    return new ConnectionPools(pool, pool, onClose, onReadOnly);
  }

  /**
   * Opens the pool of a replica, without a connection. Calls wait shortly for a connection to a
   * replica, because another server may run the read.
   */
  static ReplicaPool openReplica(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration =
        ConnectionPools.configuration(settings, "taskstore-postgres-replica");
    configuration.setExceptionOverride(new PostgresEvictions(() -> {}));
    configuration.setConnectionTimeout(
        Math.min(settings.connectionTimeout().toMillis(), REPLICA_WAIT.toMillis()));
    configuration.setInitializationFailTimeout(-1);
    OpenConnections open = new OpenConnections();
    configuration.setDataSource(replicas(settings, open::add));
    ConnectingDataSource probes =
        replicas(
            settings
                .withProperty(PGProperty.CONNECT_TIMEOUT.getName(), PROBE_SECONDS)
                .withProperty(PGProperty.SOCKET_TIMEOUT.getName(), PROBE_SECONDS),
            connection -> {});
    HikariDataSource pool = new HikariDataSource(configuration);
    return new ReplicaPool(
        target(settings.url()),
        pool,
        probes,
        () -> {
          pool.getHikariPoolMXBean().softEvictConnections();
          open.abort();
        },
        pool::close);
  }

  private static ConnectingDataSource replicas(
      ConnectionSettings settings, Consumer<Connection> opened) {
    PostgresSettings checked = PostgresSettings.of(settings);
    Driver driver = new Driver();
    return connections(
        settings,
        checked.target(),
        current -> {
          Connection connection = driver.connect(checked.url(), checked.properties(current));
          if (connection != null) {
            opened.accept(connection);
          }
          return connection;
        });
  }

  private static ConnectingDataSource connections(
      ConnectionSettings settings,
      String target,
      ConnectingDataSource.AuthenticatedConnector connector) {
    return new ConnectingDataSource(settings, target, PostgresConnectFailures::classify, connector);
  }

  /** Returns the hosts, ports and the database of a URL, or the URL if it is not valid. */
  static String target(String url) {
    return PostgresSettings.target(url);
  }
}
