package dev.taskstore.dialect.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * One writer and several readers of a file in WAL mode: readers see the last commit; readers and
 * the writer do not block each other.
 */
final class SqlitePools {

  private static final System.Logger LOGGER = System.getLogger(SqlitePools.class.getName());

  /** How long SQLite waits for a lock of another process. */
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** 16 MiB for each connection; SQLite interprets negative values as KiB. */
  /** The maximum of SQLite; the driver's default is 1,000,000 bytes. */
  private static final String SQL_LENGTH = "1000000000";

  private static final int CACHE_SIZE = -16 * 1024;

  private SqlitePools() {}

  static ConnectionPools open(ConnectionSettings settings) throws SQLException {
    SqliteLocation location = SqliteLocation.of(settings.url());
    location.ensureUsable();
    if (location.isInMemory()) {
      return inMemory(settings);
    }
    SQLiteConfig driver = driverConfiguration(settings);
    if (location.file().isPresent()) {
      createIfMissing(location.file().get(), settings, driver);
      driver.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    FileGuard guard = FileGuard.of(location.file());
    HikariDataSource writer =
        open(configuration(settings, driver, "taskstore-sqlite-writer", 1), guard);
    try {
      HikariConfig readers =
          configuration(
              settings, driver, "taskstore-sqlite-reader", settings.maximumPoolSize() - 1);
      HikariDataSource reader = open(readers, guard);
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

  /**
   * Creates the file before the pools open. Later connections must not create it: if the file is
   * removed, an empty database would take its place.
   */
  private static void createIfMissing(Path file, ConnectionSettings settings, SQLiteConfig driver) {
    if (Files.exists(file)) {
      return;
    }
    try (Connection connection = dataSource(settings, driver).getConnection()) {
      connection.getMetaData();
    } catch (SQLException e) {
      LOGGER.log(
          System.Logger.Level.DEBUG,
          "The database file cannot be created; the pool will report the reason",
          e);
    }
  }

  /** An in-memory database belongs to one connection, so that the pool has only one. */
  private static ConnectionPools inMemory(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration =
        configuration(settings, driverConfiguration(settings), "taskstore-sqlite-memory", 1);
    configuration.setMaxLifetime(0);
    configuration.setIdleTimeout(0);
    configuration.setKeepaliveTime(0);
    return ConnectionPools.single(open(configuration, FileGuard.of(Optional.empty())));
  }

  private static HikariConfig configuration(
      ConnectionSettings settings, SQLiteConfig driver, String name, int maximumPoolSize) {
    HikariConfig configuration = ConnectionPools.configuration(settings, name);
    configuration.setMaximumPoolSize(maximumPoolSize);
    configuration.setMinimumIdle(1);
    configuration.setDataSource(dataSource(settings, driver));
    // The driver rejects a different value from the pool.
    configuration.setReadOnly((driver.getOpenModeFlags() & SQLiteOpenMode.READONLY.flag) != 0);
    return configuration;
  }

  private static SQLiteDataSource dataSource(ConnectionSettings settings, SQLiteConfig driver) {
    SQLiteDataSource dataSource = new SQLiteDataSource(new SQLiteConfig(driver.toProperties()));
    dataSource.setUrl(settings.url());
    return dataSource;
  }

  private static SQLiteConfig driverConfiguration(ConnectionSettings settings) {
    SQLiteConfig defaults = new SQLiteConfig();
    defaults.setJournalMode(SQLiteConfig.JournalMode.WAL);
    defaults.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    defaults.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    defaults.setCacheSize(CACHE_SIZE);
    Properties properties = defaults.toProperties();
    properties.setProperty(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH.getPragmaName(), SQL_LENGTH);
    properties.putAll(settings.properties());
    SQLiteConfig configuration = new SQLiteConfig(properties);
    configuration.enforceForeignKeys(true);
    return configuration;
  }

  /** Retries, because SQLite does not wait when several processes switch a new file to WAL mode. */
  private static HikariDataSource open(HikariConfig configuration, FileGuard guard)
      throws SQLException {
    long deadline = System.nanoTime() + BUSY_TIMEOUT_MILLIS * 1_000_000L;
    while (true) {
      try {
        return new GuardedPool(configuration, guard);
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
