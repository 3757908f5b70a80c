package dev.taskstore.db.spi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The connection pools of a database: one for writes and one for read-only work. Both may be the
 * same. Connections of a pool are in auto-commit mode.
 *
 * @param writer the source of connections that may write
 * @param reader the source of connections for read-only work
 * @param onClose closes both
 * @param onReadOnly runs after the database refused a write because it is read-only, although the
 *     caller had not asked for a read-only transaction: a server may have become a standby. It runs
 *     in the thread of the caller, at most once a second
 */
public record ConnectionPools(
    DataSource writer, DataSource reader, Runnable onClose, Runnable onReadOnly)
    implements AutoCloseable {

  /**
   * Creates an instance that does nothing after a refused write.
   *
   * @param writer the source of connections that may write
   * @param reader the source of connections for read-only work
   * @param onClose closes both
   */
  public ConnectionPools(DataSource writer, DataSource reader, Runnable onClose) {
    this(writer, reader, onClose, () -> {});
  }

  /**
   * Creates an instance with one pool for reads and writes.
   *
   * @param pool the pool; {@link #close} closes it
   * @return the pools
   */
  public static ConnectionPools single(HikariDataSource pool) {
    return new ConnectionPools(pool, pool, pool::close);
  }

  /**
   * Creates the configuration that all pools of the library have in common.
   *
   * @param settings the settings
   * @param name the pool's name in logs and metrics
   * @return a configuration without a data source or URL; a pool that it creates fails immediately
   *     if the first connection fails
   */
  public static HikariConfig configuration(ConnectionSettings settings, String name) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName(name);
    configuration.setAutoCommit(true);
    configuration.setMaximumPoolSize(settings.maximumPoolSize());
    // Otherwise opening a store makes all connections, of which many programs use one.
    configuration.setMinimumIdle(1);
    configuration.setConnectionTimeout(settings.connectionTimeout().toMillis());
    return configuration;
  }

  /**
   * Opens a pool. The first connection is made before the pool, so that a wrong setting fails at
   * once.
   *
   * @param configuration the configuration of the pool
   * @param connections the connections of the pool
   * @return the pool
   * @throws ConnectFailedException if no connection can be made
   * @throws SQLException if the pool rejects the connection
   */
  public static HikariDataSource open(HikariConfig configuration, ConnectingDataSource connections)
      throws SQLException {
    return open(configuration, connections, HikariDataSource::new);
  }

  /**
   * Opens a pool of a subclass of HikariCP's, as {@link #open(HikariConfig, ConnectingDataSource)}
   * does.
   *
   * @param configuration the configuration of the pool
   * @param connections the connections of the pool
   * @param pool creates the pool
   * @return the pool
   * @throws ConnectFailedException if no connection can be made
   * @throws SQLException if the pool rejects the connection
   */
  public static HikariDataSource open(
      HikariConfig configuration,
      ConnectingDataSource connections,
      Function<HikariConfig, HikariDataSource> pool)
      throws SQLException {
    connections.connectFor(configuration);
    try {
      return pool.apply(configuration);
    } catch (HikariPool.PoolInitializationException e) {
      connections.closeFirst();
      if (e.getCause() instanceof SQLException cause) {
        throw connections.failed(cause);
      }
      throw e;
    } catch (RuntimeException e) {
      connections.closeFirst();
      throw e;
    }
  }

  /**
   * Closes the idle connections of a pool at once, and those in use when they are returned.
   *
   * @param pool the pool; nothing happens if it is not HikariCP's or is not open
   */
  public static void evictAll(DataSource pool) {
    if (pool instanceof HikariDataSource hikari && hikari.getHikariPoolMXBean() != null) {
      hikari.getHikariPoolMXBean().softEvictConnections();
    }
  }

  @Override
  public void close() {
    onClose.run();
  }
}
