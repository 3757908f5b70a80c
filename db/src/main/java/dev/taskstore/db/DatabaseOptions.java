package dev.taskstore.db;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.migration.MigrationMode;
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
 * How a database is opened. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class DatabaseOptions<B extends DatabaseOptions<B>> {

  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

  final DatabaseSettings settings = new DatabaseSettings();

  /** Starts with the defaults. */
  protected DatabaseOptions() {}

  /**
   * The builder itself, so that calls can be chained.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Opens the database with what has been said.
   *
   * @return the open database
   * @throws InvalidArgumentException when there is neither a URL nor a data source, or both
   * @throws DialectNotFoundException when no dialect, or more than one, speaks to the database
   * @throws DatabaseOpenException when the database cannot be opened
   * @throws ConnectionLostException when the database cannot be reached
   * @throws MigrationException when the changelog cannot be applied
   * @throws SchemaOutOfDateException with {@link MigrationMode#VALIDATE}, when changesets are
   *     pending
   */
  protected final Database openDatabase() {
    return Database.open(settings);
  }

  /**
   * The changelog. Without one the schema is neither looked at nor changed.
   *
   * @param resource the master file, a resource
   * @param loader finds the changelog's files, or null for the thread's context class loader
   */
  protected final void useChangelog(String resource, @Nullable ClassLoader loader) {
    settings.changelog = Objects.requireNonNull(resource, "resource");
    settings.classLoader = loader;
  }

  /**
   * Where the database is. Either this or {@link #dataSource} is needed.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @return this
   */
  public B url(String url) {
    settings.url = Objects.requireNonNull(url, "url");
    return self();
  }

  /**
   * Who connects. By default the URL or the driver knows.
   *
   * @param user the user
   * @param password the password
   * @return this
   */
  public B credentials(String user, String password) {
    settings.user = Objects.requireNonNull(user, "user");
    settings.password = Objects.requireNonNull(password, "password");
    return self();
  }

  /**
   * Sets a property of the driver, before any that the dialect would set.
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
   * A data source that the application owns: it is used for everything and never closed.
   *
   * @param dataSource the data source
   * @return this
   */
  public B dataSource(DataSource dataSource) {
    settings.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    return self();
  }

  /**
   * Takes part in the application's transactions: when the {@link #dataSource} hands out a
   * connection that is not in auto-commit mode, calls run on it and leave its commit to the
   * application, and transactions of the library are savepoints in it. Retrying is the
   * application's business then. Off by default: a connection that is not in auto-commit mode is
   * refused.
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
   * As {@link #joinApplicationTransactions()}, and the callbacks of a transaction that is part of
   * the application's run after the end of the latter.
   *
   * @param transactions reports the end of the application's transactions; used by many threads
   * @return this
   */
  public B joinApplicationTransactions(ApplicationTransactions transactions) {
    settings.applicationTransactions = Objects.requireNonNull(transactions, "transactions");
    return joinApplicationTransactions();
  }

  /**
   * The dialect to be used, whatever the URL says. By default the one dialect that accepts the URL.
   *
   * @param dialect the dialect
   * @return this
   */
  public B dialect(Dialect dialect) {
    settings.dialect = Objects.requireNonNull(dialect, "dialect");
    return self();
  }

  /**
   * The greatest number of connections. By default 10.
   *
   * @param size at least 2
   * @return this
   * @throws InvalidArgumentException when the size is less than 2
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
   * How long a call waits for a connection. By default 30 seconds.
   *
   * @param timeout at least 250 milliseconds
   * @return this
   * @throws InvalidArgumentException when the timeout is shorter
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
   * How long a statement may run. One that takes longer is cancelled in the database and fails with
   * a {@link DatabaseTimeoutException}; a transaction can say otherwise for its own statements. The
   * rows of a stream are waited for that long each time. Migrations have no limit, and neither have
   * beginning and ending a transaction, nor a protocol for bulk loads. By default 30 seconds.
   *
   * <p>Where a dialect can tell that a server has stopped answering, it gives up the connection
   * some seconds later.
   *
   * @param timeout zero for no limit
   * @return this
   * @throws InvalidArgumentException when the timeout is negative
   */
  public B queryTimeout(Duration timeout) {
    TransactionOptions.requireTimeout(timeout);
    settings.queryTimeout = timeout;
    return self();
  }

  /**
   * What opening does about the schema. By default {@link MigrationMode#UPDATE}.
   *
   * @param mode the mode
   * @return this
   */
  public B migrationMode(MigrationMode mode) {
    settings.migrationMode = Objects.requireNonNull(mode, "mode");
    return self();
  }

  /**
   * The Liquibase contexts whose changesets are wanted. By default none: only changesets without a
   * context apply.
   *
   * @param contexts names of contexts
   * @return this
   */
  public B contexts(String... contexts) {
    settings.contexts = Set.of(contexts);
    return self();
  }

  /**
   * Tells the time. By default the system's clock, in UTC.
   *
   * @param clock the clock
   * @return this
   */
  public B clock(Clock clock) {
    settings.clock = Objects.requireNonNull(clock, "clock");
    return self();
  }

  /**
   * Makes identifiers. By default {@link IdGenerator#timeOrdered} with the clock.
   *
   * @param generator the generator
   * @return this
   */
  public B idGenerator(IdGenerator generator) {
    settings.idGenerator = Objects.requireNonNull(generator, "generator");
    return self();
  }

  /**
   * jOOQ's listeners, who hear of each statement that a repository or plain jOOQ runs, and may log
   * or measure it, change its text, or have another exception thrown. By default none, which costs
   * nothing. Not told are the protocol of a bulk load, the beginning and end of transactions, and
   * migrations; a repository's statement has no {@link org.jooq.ExecuteContext#query()}. What a
   * listener finds in {@link org.jooq.ExecuteContext#sqlException()} is the driver's and may hold
   * values of rows.
   *
   * @param listeners one provider for each; asked for a listener for each statement, by many
   *     threads
   * @return this
   */
  public B executeListeners(ExecuteListenerProvider... listeners) {
    settings.executeListeners = List.of(listeners);
    return self();
  }

  /**
   * How transactions are run again. By default {@link RetryPolicy#defaults()}.
   *
   * @param policy the policy
   * @return this
   */
  public B retryPolicy(RetryPolicy policy) {
    settings.retryPolicy = Objects.requireNonNull(policy, "policy");
    return self();
  }
}
