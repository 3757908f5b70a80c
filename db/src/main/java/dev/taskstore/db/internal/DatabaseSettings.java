package dev.taskstore.db.internal;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.CredentialsProvider;
import dev.taskstore.db.IdGenerator;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.UnknownChangeSets;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/** The settings of a builder. Not thread-safe. */
public final class DatabaseSettings {

  /** The JDBC URL. */
  public @Nullable String url;

  /** The user. */
  public @Nullable String user;

  /** The password. */
  public @Nullable String password;

  /** Supplies user and password for each connection, or null. */
  public @Nullable CredentialsProvider credentialsProvider;

  /** Properties for the driver. */
  public final Map<String, String> driverProperties = new LinkedHashMap<>();

  /** The data source of the application. */
  public @Nullable DataSource dataSource;

  /** The JDBC URLs of replicas. */
  public List<String> replicaUrls = List.of();

  /** The data sources of replicas, which the application owns. */
  public List<DataSource> replicaDataSources = List.of();

  /** Where reads run that have no preference of their own. */
  public ReadPreference readPreference = ReadPreference.primary();

  /** Whether calls join the application's transactions. */
  public boolean joinsApplicationTransactions;

  /** Reports the end of the application's transactions, or null. */
  public @Nullable ApplicationTransactions applicationTransactions;

  /** The dialect, or null to find it by URL or data source. */
  public @Nullable Dialect dialect;

  /** The maximum number of connections. */
  public int maximumPoolSize = 10;

  /** How long a call waits for a connection. */
  public Duration connectionTimeout = Duration.ofSeconds(30);

  /** How long a statement may run; zero for no limit. */
  public Duration queryTimeout = Duration.ofSeconds(30);

  /** How opening the database migrates its schema. */
  public MigrationMode migrationMode = MigrationMode.UPDATE;

  /** What an update does about applied changesets that the changelog does not contain. */
  public UnknownChangeSets unknownChangeSets = UnknownChangeSets.WARN;

  /** The active Liquibase contexts. */
  public Set<String> contexts = Set.of();

  /** The master file of the changelog, or null for none. */
  public @Nullable String changelog;

  /** The class loader of the changelog, or null for the thread's context class loader. */
  public @Nullable ClassLoader classLoader;

  /** The declaration whose policies limit the role of the connections, or null for none. */
  public @Nullable RowOwnership<?> rowSecurity;

  /** The declaration of the audit trail to which actors are named, or null for none. */
  public @Nullable AuditedTables auditTrail;

  /** The clock. */
  public Clock clock = Clock.systemUTC();

  /** The generator of identifiers, or null for time-ordered UUIDs of the clock. */
  public @Nullable IdGenerator idGenerator;

  /** How transactions are retried after transient failures. */
  public RetryPolicy retryPolicy = RetryPolicy.defaults();

  /** The jOOQ listeners of statements. */
  public List<ExecuteListenerProvider> executeListeners = List.of();

  /** The observers of the application. */
  public List<DatabaseObserver> observers = List.of();

  ConnectionSettings connectionSettings(String jdbcUrl) {
    return new ConnectionSettings(
        jdbcUrl,
        user,
        password,
        driverProperties,
        maximumPoolSize,
        connectionTimeout,
        queryTimeout,
        credentialsProvider);
  }

  IdGenerator ids() {
    return idGenerator != null ? idGenerator : IdGenerator.timeOrdered(clock);
  }
}
