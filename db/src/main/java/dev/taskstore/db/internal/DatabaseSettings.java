package dev.taskstore.db.internal;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.IdGenerator;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.internal.transaction.DatabaseListener;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/** What a builder has collected. */
public final class DatabaseSettings {

  /** The JDBC URL. */
  public @Nullable String url;

  /** The user. */
  public @Nullable String user;

  /** The password. */
  public @Nullable String password;

  /** Properties for the driver. */
  public final Map<String, String> driverProperties = new LinkedHashMap<>();

  /** The application's own data source. */
  public @Nullable DataSource dataSource;

  /** Whether the application's transactions are joined. */
  public boolean joinsApplicationTransactions;

  /** Reports the end of the application's transactions. */
  public @Nullable ApplicationTransactions applicationTransactions;

  /** The dialect that was given. */
  public @Nullable Dialect dialect;

  /** The greatest number of connections. */
  public int maximumPoolSize = 10;

  /** How long to wait for a connection. */
  public Duration connectionTimeout = Duration.ofSeconds(30);

  /** How long a statement may run, zero for ever. */
  public Duration queryTimeout = Duration.ofSeconds(30);

  /** What to do about the schema. */
  public MigrationMode migrationMode = MigrationMode.UPDATE;

  /** Liquibase's contexts. */
  public Set<String> contexts = Set.of();

  /** The master file of the changelog, or null when there is none. */
  public @Nullable String changelog;

  /** Finds the changelog's files. */
  public @Nullable ClassLoader classLoader;

  /** The clock. */
  public Clock clock = Clock.systemUTC();

  /** Makes identifiers; by default from the clock. */
  public @Nullable IdGenerator idGenerator;

  /** How transactions are retried. */
  public RetryPolicy retryPolicy = RetryPolicy.defaults();

  /** Who hears of statements. */
  public List<ExecuteListenerProvider> executeListeners = List.of();

  /** What observes the database. */
  public List<DatabaseListener> listeners = List.of();

  List<ExecuteListenerProvider> allExecuteListeners(DatabaseListener observers) {
    return Stream.concat(executeListeners.stream(), observers.executeListeners().stream()).toList();
  }

  ConnectionSettings connectionSettings(String jdbcUrl) {
    return new ConnectionSettings(
        jdbcUrl,
        user,
        password,
        driverProperties,
        maximumPoolSize,
        connectionTimeout,
        queryTimeout);
  }

  IdGenerator ids() {
    return idGenerator != null ? idGenerator : IdGenerator.timeOrdered(clock);
  }
}
