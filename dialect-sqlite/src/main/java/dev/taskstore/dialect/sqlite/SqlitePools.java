package dev.taskstore.dialect.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.taskstore.spi.ConnectionPools;
import dev.taskstore.spi.ConnectionSettings;
import dev.taskstore.spi.FailureKind;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One writer and several readers over a file in WAL mode: readers see the last commit, and neither
 * wait for the writer nor make it wait.
 */
final class SqlitePools {

  /** How long SQLite itself waits for another process's lock. */
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** 16 MiB for each connection, in SQLite's unit of -1 KiB. */
  private static final int CACHE_SIZE = -16 * 1024;

  private SqlitePools() {}

  static ConnectionPools open(ConnectionSettings settings) throws SQLException {
    SqliteLocation location = SqliteLocation.of(settings.url());
    location.ensureUsable();
    if (location.isInMemory()) {
      return inMemory(settings);
    }
    HikariDataSource writer = open(configuration(settings, "taskstore-sqlite-writer", 1));
    try {
      HikariConfig readers =
          configuration(settings, "taskstore-sqlite-reader", settings.maximumPoolSize() - 1);
      HikariDataSource reader = open(readers);
      return new ConnectionPools(
          writer,
          reader,
          () -> {
            reader.close();
            writer.close();
          });
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** A database in memory belongs to its connection, so that there is one for everything. */
  private static ConnectionPools inMemory(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration = configuration(settings, "taskstore-sqlite-memory", 1);
    configuration.setMaxLifetime(0);
    configuration.setIdleTimeout(0);
    configuration.setKeepaliveTime(0);
    return ConnectionPools.single(open(configuration));
  }

  private static HikariConfig configuration(
      ConnectionSettings settings, String name, int maximumPoolSize) {
    SQLiteDataSource dataSource = new SQLiteDataSource(driverConfiguration(settings));
    dataSource.setUrl(settings.url());
    HikariConfig configuration = ConnectionPools.configuration(settings, name);
    configuration.setMaximumPoolSize(maximumPoolSize);
    configuration.setMinimumIdle(1);
    configuration.setDataSource(dataSource);
    return configuration;
  }

  private static SQLiteConfig driverConfiguration(ConnectionSettings settings) {
    SQLiteConfig defaults = new SQLiteConfig();
    defaults.setJournalMode(SQLiteConfig.JournalMode.WAL);
    defaults.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    defaults.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    defaults.setCacheSize(CACHE_SIZE);
    Properties properties = defaults.toProperties();
    properties.putAll(settings.properties());
    SQLiteConfig configuration = new SQLiteConfig(properties);
    configuration.enforceForeignKeys(true);
    return configuration;
  }

  /** SQLite does not wait when several processes turn a new file to WAL mode, so this does. */
  private static HikariDataSource open(HikariConfig configuration) throws SQLException {
    long deadline = System.nanoTime() + BUSY_TIMEOUT_MILLIS * 1_000_000L;
    while (true) {
      try {
        return new HikariDataSource(configuration);
      } catch (HikariPool.PoolInitializationException e) {
        if (!(e.getCause() instanceof SQLException cause)) {
          throw e;
        }
        boolean busy = SqliteFailures.classify(cause).kind() == FailureKind.TRANSIENT;
        if (!busy || System.nanoTime() > deadline || !pause()) {
          throw cause;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(20);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
