package dev.taskstore.db;

import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.UnknownChangeSets;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.spi.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/**
 * The settings with which a database is opened. Not thread-safe.
 *
 * @param <B> the type of the builder
 */
public abstract class DatabaseOptions<B extends DatabaseOptions<B>> {

  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

  final DatabaseSettings settings = new DatabaseSettings();

  /** Creates a builder with the default settings. */
  protected DatabaseOptions() {}

  /**
   * Returns this builder, so that calls can be chained.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Opens the database with these settings.
   *
   * @return the open database
   * @throws InvalidArgumentException if both or neither of a URL and a data source are set, if
   *     {@link #joinApplicationTransactions} is set without a data source, or {@link
   *     #credentials(CredentialsProvider)} with one
   * @throws DialectNotFoundException if no dialect, or more than one, accepts the URL or the data
   *     source
   * @throws DatabaseOpenException if the database cannot be opened, for a reason that remains: a
   *     wrong setting, credentials, a missing file or database, a missing privilege
   * @throws ConnectionLostException if the database cannot be reached at the moment
   * @throws MigrationException if the changelog cannot be applied
   * @throws SchemaOutOfDateException if changesets are pending and the migration mode is {@link
   *     MigrationMode#VALIDATE}
   * @throws NewerSchemaException if the database contains applied changesets that the changelog
   *     does not contain, and the mode is {@link MigrationMode#VALIDATE} or {@link
   *     #unknownChangeSets} refuses them
   */
  protected final Database openDatabase() {
    return Database.open(settings);
  }

  /**
   * Sets the changelog. Without a changelog, the schema is neither read nor changed.
   *
   * @param resource the master file, a resource
   * @param loader the class loader that finds the changelog's files, or null for the thread's
   *     context class loader
   */
  protected final void useChangelog(String resource, @Nullable ClassLoader loader) {
    settings.changelog = Objects.requireNonNull(resource, "resource");
    settings.classLoader = loader;
  }

  /**
   * Sets the JDBC URL. Exactly one of this and {@link #dataSource} is required.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @return this
   */
  public B url(String url) {
    settings.url = Objects.requireNonNull(url, "url");
    return self();
  }

  /**
   * Sets the user and password. By default, the URL or the driver supplies them. Replaces {@link
   * #credentials(CredentialsProvider)}. A dialect that does not check credentials ignores them.
   *
   * @param user the user
   * @param password the password
   * @return this
   */
  public B credentials(String user, String password) {
    settings.user = Objects.requireNonNull(user, "user");
    settings.password = Objects.requireNonNull(password, "password");
    settings.credentialsProvider = null;
    return self();
  }

  /**
   * Sets what supplies the user and password of each new connection, for credentials that change
   * while the database is open. Replaces {@link #credentials(String, String)}. A dialect that does
   * not check credentials never calls the provider.
   *
   * <p>If the provider fails or the database rejects the credentials, opening throws a {@link
   * DatabaseOpenException}, or a {@link ConnectionLostException} if a network failed. On an open
   * database, calls that have waited {@link #connectionTimeout} for a connection throw the same.
   *
   * @param provider supplies the credentials; thread-safe
   * @return this
   */
  public B credentials(CredentialsProvider provider) {
    settings.credentialsProvider = Objects.requireNonNull(provider, "provider");
    settings.user = null;
    settings.password = null;
    return self();
  }

  /**
   * Sets a connection property of the driver. It overrides a default of the dialect; a parameter of
   * the URL overrides it.
   *
   * @param name the property's name
   * @param value its value
   * @return this
   */
  public B driverProperty(String name, String value) {
    settings.driverProperties.put(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return self();
  }

  /**
   * Sets a data source that the application owns. The library takes all connections from it and
   * never closes it.
   *
   * @param dataSource the data source
   * @return this
   */
  public B dataSource(DataSource dataSource) {
    settings.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    return self();
  }

  /**
   * Sets the replicas of the database, which apply the history of the primary with a delay. Reads
   * use them only with a {@link ReadPreference} that permits it. The replicas have the credentials
   * and driver properties of the primary, and a pool of {@link #maximumPoolSize} connections each.
   * A replica that cannot be reached does not prevent opening: it is read when it responds.
   *
   * @param urls JDBC URLs of the same dialect, of one or more servers each
   * @return this
   */
  public B replicas(String... urls) {
    settings.replicaUrls = List.of(urls);
    return self();
  }

  /**
   * Sets data sources of replicas that the application owns, like {@link #replicas}. The library
   * never closes them. A data source that balances the load between several servers costs a round
   * trip more for each new connection.
   *
   * @param dataSources the data sources, each for one replica
   * @return this
   */
  public B replicaDataSources(DataSource... dataSources) {
    settings.replicaDataSources = List.of(dataSources);
    return self();
  }

  /**
   * Sets where reads run whose session and transaction have no preference of their own. By default,
   * {@link ReadPreference#primary}.
   *
   * @param preference the preference
   * @return this
   */
  public B readPreference(ReadPreference preference) {
    settings.readPreference = Objects.requireNonNull(preference, "preference");
    return self();
  }

  /**
   * Joins the application's transactions. If the {@link #dataSource} returns a connection that is
   * not in auto-commit mode, calls run on it, the application commits it, and transactions of the
   * library become savepoints in it. The application retries such transactions; the library does
   * not.
   *
   * <p>Off by default: a connection that is not in auto-commit mode is then rejected.
   *
   * <p>The library does not see the application's commit: callbacks of such a transaction ({@link
   * Transaction#afterCommit} and the others) are refused. {@link
   * #joinApplicationTransactions(ApplicationTransactions)} makes them run.
   *
   * @return this
   */
  public B joinApplicationTransactions() {
    settings.joinsApplicationTransactions = true;
    return self();
  }

  /**
   * Joins the application's transactions, as {@link #joinApplicationTransactions()} does, and runs
   * the callbacks of a joined transaction after the application's transaction has ended.
   *
   * @param transactions reports the end of the application's transactions; used by many threads
   * @return this
   */
  public B joinApplicationTransactions(ApplicationTransactions transactions) {
    settings.applicationTransactions = Objects.requireNonNull(transactions, "transactions");
    return joinApplicationTransactions();
  }

  /**
   * Sets the dialect, regardless of the URL. By default, the only dialect on the class path that
   * accepts the URL or the data source.
   *
   * @param dialect the dialect
   * @return this
   */
  public B dialect(Dialect dialect) {
    settings.dialect = Objects.requireNonNull(dialect, "dialect");
    return self();
  }

  /**
   * Sets the maximum number of connections in the pools. By default, 10. One is made when the
   * database is opened, the others when they are needed; they are closed after some minutes without
   * use.
   *
   * @param size the maximum, at least 2
   * @return this
   * @throws InvalidArgumentException if the size is less than 2
   */
  public B maximumPoolSize(int size) {
    if (size < 2) {
      throw new InvalidArgumentException(
          "maximumPoolSize must be at least 2, not " + size + ".", FailureContext.NONE);
    }
    settings.maximumPoolSize = size;
    return self();
  }

  /**
   * Sets how long a call waits for a connection of the pool before it fails with a {@link
   * DatabaseTimeoutException}. By default, 30 seconds.
   *
   * @param timeout the timeout, at least 250 milliseconds
   * @return this
   * @throws InvalidArgumentException if the timeout is shorter
   */
  public B connectionTimeout(Duration timeout) {
    if (timeout.compareTo(SHORTEST_TIMEOUT) < 0) {
      throw new InvalidArgumentException(
          "connectionTimeout must be at least " + SHORTEST_TIMEOUT + ", not " + timeout + ".",
          FailureContext.NONE);
    }
    settings.connectionTimeout = timeout;
    return self();
  }

  /**
   * Sets how long a statement may run. A statement that exceeds the timeout is cancelled in the
   * database and fails with a {@link DatabaseTimeoutException}. {@link TransactionOptions} override
   * the timeout for one transaction. In a stream, the timeout applies to each fetch of rows. It
   * does not apply to migrations, to the begin and end of transactions, or to a bulk load protocol.
   * By default, 30 seconds.
   *
   * <p>If a server stops responding, a dialect that can detect it closes the connection some
   * seconds after the timeout.
   *
   * @param timeout the timeout; zero for no limit
   * @return this
   * @throws InvalidArgumentException if the timeout is negative
   */
  public B queryTimeout(Duration timeout) {
    TransactionOptions.requireTimeout(timeout);
    settings.queryTimeout = timeout;
    return self();
  }

  /**
   * Sets how opening the database migrates its schema. By default, {@link MigrationMode#UPDATE}.
   *
   * @param mode the mode
   * @return this
   */
  public B migrationMode(MigrationMode mode) {
    settings.migrationMode = Objects.requireNonNull(mode, "mode");
    return self();
  }

  /**
   * Sets what an update does if the database contains applied changesets of this changelog that the
   * changelog does not contain, because a newer version of the program migrated the database. By
   * default, {@link UnknownChangeSets#WARN}. {@link MigrationMode#VALIDATE} fails with a {@link
   * NewerSchemaException}, unless they are accepted.
   *
   * @param policy the policy
   * @return this
   */
  public B unknownChangeSets(UnknownChangeSets policy) {
    settings.unknownChangeSets = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * Sets the active Liquibase contexts. By default none: only changesets without a context apply.
   *
   * @param contexts the names of the contexts
   * @return this
   */
  public B contexts(String... contexts) {
    settings.contexts = Set.of(contexts);
    return self();
  }

  /**
   * Sets the clock that supplies the current time. By default, the system clock in UTC.
   *
   * @param clock the clock
   * @return this
   */
  public B clock(Clock clock) {
    settings.clock = Objects.requireNonNull(clock, "clock");
    return self();
  }

  /**
   * Sets the generator of identifiers. By default, {@link IdGenerator#timeOrdered} with the clock.
   *
   * @param generator the generator
   * @return this
   */
  public B idGenerator(IdGenerator generator) {
    settings.idGenerator = Objects.requireNonNull(generator, "generator");
    return self();
  }

  /**
   * Declares that policies of row-level security limit the role of the connections. Each statement
   * of a {@link Scope} then sets its principal until the end of the transaction; later statements
   * of that transaction have this principal, too. Outside of a transaction, the call is a
   * transaction of its own. Without a scope, no row is visible. Opening checks that the policies
   * apply to the role.
   *
   * @param ownership the declaration that was enabled with {@link Database#rowSecurity}
   * @return this
   */
  public B rowSecurity(RowOwnership<?> ownership) {
    settings.rowSecurity = Objects.requireNonNull(ownership, "ownership");
    return self();
  }

  /**
   * Declares that the changes of tables are recorded. Transactions then name their {@linkplain
   * TransactionOptions#actor actor} to the database, and so do the writes of a {@link Scope} its
   * principal: outside of a transaction, such a write becomes a transaction of its own. Opening
   * checks that the audit trail is in force. Without this option, the triggers record changes too,
   * without an actor.
   *
   * @param audited the declaration that was enabled with {@link Database#auditTrail}
   * @return this
   */
  public B auditTrail(AuditedTables audited) {
    settings.auditTrail = Objects.requireNonNull(audited, "audited");
    return self();
  }

  /**
   * Sets jOOQ listeners for the statements of repositories and of plain jOOQ. A listener can log or
   * measure a statement, change its SQL, or replace its exception. By default none, without any
   * overhead.
   *
   * <p>{@link org.jooq.ExecuteContext#query()} is null for the statements of repositories. Bulk
   * load protocols, the begin and end of transactions, and migrations fire no events. {@link
   * org.jooq.ExecuteContext#sqlException()} is the driver's exception and may contain values of
   * rows.
   *
   * @param listeners the providers; each is called for every statement, from any thread
   * @return this
   */
  public B executeListeners(ExecuteListenerProvider... listeners) {
    settings.executeListeners = List.of(listeners);
    return self();
  }

  /**
   * Sets the observers of the database: what receives its statements, transactions, retries, waits
   * for connections, migrations and bulk loads. By default none, without any overhead.
   *
   * @param observers the observers, in the order in which they are called; each is thread-safe
   * @return this
   */
  public B observers(DatabaseObserver... observers) {
    settings.observers = List.of(observers);
    return self();
  }

  /**
   * Sets how transactions are retried after transient failures. By default, {@link
   * RetryPolicy#defaults()}.
   *
   * @param policy the policy
   * @return this
   */
  public B retryPolicy(RetryPolicy policy) {
    settings.retryPolicy = Objects.requireNonNull(policy, "policy");
    return self();
  }
}
