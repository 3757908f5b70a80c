package dev.taskstore.db.spi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Where connections come from: one source for work that writes, one for work that only reads. Both
 * may be the same. Connections are handed out with auto-commit on.
 *
 * @param writer gives connections that may write
 * @param reader gives connections for read-only work
 * @param onClose closes both
 */
public record ConnectionPools(DataSource writer, DataSource reader, Runnable onClose)
    implements AutoCloseable {

  /**
   * One pool for reading and writing.
   *
   * @param pool the pool
   * @return the pools
   */
  public static ConnectionPools single(HikariDataSource pool) {
    return new ConnectionPools(pool, pool, pool::close);
  }

  /**
   * What every pool of the library has in common.
   *
   * @param settings the settings
   * @param name the pool's name, for its log and metrics
   * @return a configuration without a data source or URL, which fails at once when the first
   *     connection cannot be made
   */
  public static HikariConfig configuration(ConnectionSettings settings, String name) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName(name);
    configuration.setAutoCommit(true);
    configuration.setMaximumPoolSize(settings.maximumPoolSize());
    configuration.setConnectionTimeout(settings.connectionTimeout().toMillis());
    return configuration;
  }

  @Override
  public void close() {
    onClose.run();
  }
}
