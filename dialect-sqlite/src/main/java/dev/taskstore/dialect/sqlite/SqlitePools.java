package dev.taskstore.dialect.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ConnectFailedException;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * One writer and several readers of a file in WAL mode: readers see the last commit; readers and
 * the writer do not block each other.
 */
final class SqlitePools {

  private SqlitePools() {}

  static ConnectionPools open(ConnectionSettings settings) throws SQLException {
    SqliteLocation location = SqliteLocation.of(settings.url());
    SQLiteConfig driver = SqliteSettings.configuration(settings, location);
    boolean creates = SqliteSettings.creates(driver);
    location.ensureUsable(creates);
    if (location.isInMemory()) {
      return inMemory(settings, location, driver);
    }
    Optional<Path> file = location.file();
    if (file.isEmpty()) {
      return open(settings, location, driver);
    }
    FileClaim claim = FileClaim.of(file.get());
    try {
      if (creates && location.mayCreate()) {
        createIfMissing(file.get(), connections(settings, location, driver));
      }
      driver.resetOpenMode(SQLiteOpenMode.CREATE);
      ConnectionPools pools = open(settings, location, driver);
      return new ConnectionPools(
          pools.writer(),
          pools.reader(),
          () -> {
            pools.close();
            claim.close();
          });
    } catch (SQLException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static ConnectionPools open(
      ConnectionSettings settings, SqliteLocation location, SQLiteConfig driver)
      throws SQLException {
    FileGuard guard = FileGuard.of(location.file());
    HikariDataSource writer =
        open(
            configuration(settings, "taskstore-sqlite-writer", 1),
            connections(settings, location, driver),
            guard);
    try {
      HikariConfig readers =
          configuration(settings, "taskstore-sqlite-reader", settings.maximumPoolSize() - 1);
      HikariDataSource reader = open(readers, connections(settings, location, driver), guard);
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
  private static void createIfMissing(Path file, ConnectingDataSource connections)
      throws SQLException {
    if (Files.exists(file)) {
      return;
    }
    try (Connection connection = connections.connect()) {
      connection.getMetaData();
    } catch (ConnectFailedException e) {
      // Several processes that create the file at the same time; the pool tries again.
      if (e.classification().kind() != FailureKind.TRANSIENT) {
        throw e;
      }
    }
  }

  /** An in-memory database belongs to one connection, so that the pool has only one. */
  private static ConnectionPools inMemory(
      ConnectionSettings settings, SqliteLocation location, SQLiteConfig driver)
      throws SQLException {
    HikariConfig configuration = configuration(settings, "taskstore-sqlite-memory", 1);
    configuration.setMaxLifetime(0);
    configuration.setIdleTimeout(0);
    configuration.setKeepaliveTime(0);
    return ConnectionPools.single(
        open(
            configuration,
            connections(settings, location, driver),
            FileGuard.of(Optional.empty())));
  }

  private static HikariConfig configuration(
      ConnectionSettings settings, String name, int maximumPoolSize) {
    HikariConfig configuration = ConnectionPools.configuration(settings, name);
    configuration.setMaximumPoolSize(maximumPoolSize);
    return configuration;
  }

  private static ConnectingDataSource connections(
      ConnectionSettings settings, SqliteLocation location, SQLiteConfig driver) {
    Properties properties = new Properties();
    properties.putAll(driver.toProperties());
    SQLiteDataSource dataSource = new SQLiteDataSource(new SQLiteConfig(properties));
    dataSource.setUrl(location.driverUrl());
    return new ConnectingDataSource(
        settings, location.target(), SqliteConnectFailures::classify, () -> connect(dataSource));
  }

  static Connection connect(SQLiteDataSource dataSource) throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (LinkageError e) {
      throw new SQLException(SqliteConnectFailures.NO_LIBRARY, e);
    }
  }

  /** Retries, because SQLite does not wait when several processes switch a new file to WAL mode. */
  private static HikariDataSource open(
      HikariConfig configuration, ConnectingDataSource connections, FileGuard guard)
      throws SQLException {
    long deadline =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SqliteSettings.BUSY_TIMEOUT_MILLIS);
    while (true) {
      try {
        return ConnectionPools.open(
            configuration, connections, pool -> new GuardedPool(pool, guard));
      } catch (ConnectFailedException e) {
        boolean busy = e.classification().kind() == FailureKind.TRANSIENT;
        if (!busy || System.nanoTime() > deadline || !pause()) {
          throw e;
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
