package dev.taskstore.db.internal;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.IdGenerator;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.failure.ConstraintCatalog;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.ViolationResolver;
import dev.taskstore.db.internal.jooq.JooqBridge;
import dev.taskstore.db.internal.listener.ExecuteListeners;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.internal.replica.ReplicaSet;
import dev.taskstore.db.internal.scope.OwnedStatements;
import dev.taskstore.db.internal.scope.RowScope;
import dev.taskstore.db.internal.statement.BatchExecution;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.StatementRenderer;
import dev.taskstore.db.internal.statement.StatementRunner;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.transaction.ConnectionSource;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionRunner;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.mapping.RowContext;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** An open database: its parts, and how work runs on its connections. Thread-safe. */
public final class OpenDatabase implements AutoCloseable {

  @FunctionalInterface
  private interface ConnectionOpening {
    Connection open() throws SQLException;
  }

  /** For statements that violate no constraint, or whose rows are unknown. */
  public static final ViolationProbe.Search NO_SEARCH = probe -> null;

  private final Dialect dialect;
  private String server = "";
  private final ConnectionPools pools;
  private final ConnectionSource connections;
  private final Clock clock;
  private final IdGenerator ids;
  private final ConstraintCatalog constraints;
  private final FailureTranslator failures;
  private final Observations observations;
  private final TransactionManager transactions;
  private final TransactionRunner runner;
  private final DSLContext dsl;
  private final ViolationResolver violations;
  private final StatementRunner statements;
  private final BatchExecution batches;
  private final StatementRenderer renderer;
  private final ConcurrentMap<TableMapping<?, ?>, TableStatements> tables;
  private final ConcurrentMap<RowOwnership<?>, OwnedStatements> ownerships;
  private final ConcurrentMap<RowOwnership<?>, OwnedStatements> wholes;

  /** The declaration of the audit trail with which the database was opened, or null. */
  private final @Nullable AuditedTables audited;

  /** Who changes rows outside of transactions that name an actor, or null. */
  private final @Nullable String actor;

  /** Where reads outside of transactions and read-only transactions run. */
  private final ReadPreference preference;

  private final @Nullable ReplicaSet replicas;

  /** Whether a read runs again on a new connection. A lost file is not read again. */
  private final boolean readsAgain;

  /** Creates the parts of a database on open pools. */
  public OpenDatabase(
      Dialect dialect,
      ConnectionPools pools,
      @Nullable ReplicaSet replicas,
      DatabaseSettings settings) {
    this.replicas = replicas;
    this.preference = settings.readPreference;
    boolean isServer = dialect.capabilities().contains(Capability.CONCURRENT_WRITERS);
    this.readsAgain = isServer && !settings.joinsApplicationTransactions;
    this.dialect = dialect;
    this.pools = pools;
    this.constraints = new ConstraintCatalog();
    this.tables = new ConcurrentHashMap<>();
    this.ownerships = new ConcurrentHashMap<>();
    this.wholes = new ConcurrentHashMap<>();
    this.audited = settings.auditTrail;
    this.actor = null;
    this.clock = settings.clock;
    this.ids = settings.ids();
    this.failures = new FailureTranslator(dialect.failures(), constraints);
    this.observations = new Observations(settings.observers, dialect.systemName());
    this.connections =
        new ConnectionSource(
            pools,
            replicas,
            settings.joinsApplicationTransactions,
            settings.applicationTransactions,
            !isServer,
            failures,
            observations);
    this.transactions =
        new TransactionManager(
            dialect.transactions(),
            connections,
            failures,
            observations,
            settings.auditTrail == null ? null : dialect.auditTriggers().orElse(null));
    this.runner = new TransactionRunner(transactions, settings.retryPolicy, observations);
    ExecuteListeners listeners =
        new ExecuteListeners(
            settings.executeListeners,
            () -> dsl().configuration(),
            connection -> JooqBridge.guarded(connection, dsl().configuration()),
            failures);
    // The library only sees connections of its own pools close.
    boolean ownsConnections = settings.dataSource == null;
    this.statements =
        StatementRunner.of(
            dialect.valueStorage(),
            dialect.statementTraits(),
            ownsConnections,
            settings.queryTimeout,
            listeners,
            observations,
            transactions::current,
            replicas == null ? () -> null : replicas::check,
            settings.rowSecurity == null ? null : dialect.rowPolicies().orElse(null));
    DSLContext plain =
        JooqBridge.dsl(
            dialect,
            connections,
            transactions,
            failures,
            statements,
            observations,
            listeners.providers());
    this.dsl = preference.permitsReplicas() ? JooqBridge.reading(preference, plain) : plain;
    this.renderer = new StatementRenderer(dialect, dsl, statements);
    this.batches = new BatchExecution(dialect, transactions, failures);
    this.violations = new ViolationResolver(dialect, dsl, constraints, failures);
  }

  /** Shares the parts of a database. */
  private OpenDatabase(OpenDatabase whole, @Nullable String actor, ReadPreference preference) {
    this.replicas = whole.replicas;
    this.readsAgain = whole.readsAgain;
    this.preference = preference;
    this.dialect = whole.dialect;
    this.pools = whole.pools;
    this.connections = whole.connections;
    this.clock = whole.clock;
    this.ids = whole.ids;
    this.constraints = whole.constraints;
    this.failures = whole.failures;
    this.observations = whole.observations;
    this.transactions = whole.transactions;
    this.runner = whole.runner;
    this.dsl =
        preference.equals(whole.preference) ? whole.dsl : JooqBridge.reading(preference, whole.dsl);
    this.violations = whole.violations;
    this.statements = whole.statements;
    this.batches = whole.batches;
    this.renderer = whole.renderer;
    this.tables = whole.tables;
    this.ownerships = whole.ownerships;
    this.wholes = whole.wholes;
    this.audited = whole.audited;
    this.actor = actor;
  }

  /**
   * Returns this database for a session with an actor: its writes are transactions that name the
   * actor to the audit trail. Without an audit trail, this object.
   */
  public OpenDatabase actingAs(String name) {
    return transactions.actors().isNeeded() ? new OpenDatabase(this, name, preference) : this;
  }

  /** Returns this database for a session whose reads have a preference. */
  public OpenDatabase reading(ReadPreference reads) {
    return new OpenDatabase(this, actor, reads);
  }

  /** The declaration of the audit trail with which the database was opened, or null. */
  public @Nullable AuditedTables audited() {
    return audited;
  }

  /** Runs work in a transaction of this session. */
  public <T extends @Nullable Object, E extends Exception> T execute(
      TransactionOptions options, TransactionRunner.ScopedWork<T, E> work) throws E {
    return runner.execute(preferring(options), actor, work);
  }

  private TransactionOptions preferring(TransactionOptions options) {
    if (options.readPreference() == null) {
      return options.isReadOnly() && preference.permitsReplicas()
          ? options.readPreference(preference)
          : options;
    }
    if (!options.isReadOnly() && options.readPreference().permitsReplicas()) {
      throw new InvalidArgumentException(
          "A transaction that may write runs on the primary. Call readOnly() of its options, or"
              + " remove readPreference(...).",
          FailureContext.NONE);
    }
    return options;
  }

  /** Runs work that manages its own connection, again after transient failures. */
  public <T extends @Nullable Object> T retrying(Supplier<T> work) {
    return runner.retrying(work);
  }

  /** The dialect. */
  public Dialect dialect() {
    return dialect;
  }

  /** The transactions of all threads. */
  public TransactionManager transactions() {
    return transactions;
  }

  /** Plain jOOQ. */
  public DSLContext dsl() {
    return dsl;
  }

  /** Plain jOOQ for the statements of one transaction. */
  public DSLContext dsl(TransactionScope scope) {
    return JooqBridge.boundTo(scope, dsl);
  }

  /** A connection of a transaction for code of the application, whose close does nothing. */
  public Connection shared(TransactionScope scope) {
    return JooqBridge.shared(scope, dsl);
  }

  /** Translates failures. */
  public FailureTranslator failures() {
    return failures;
  }

  /** Reads what messages and observers call the database. */
  void identify(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    server = metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
    if (!observations.isEmpty()) {
      observations.identify(dialect.namespace(connection));
    }
  }

  /** The product and version of the server or library. */
  public String server() {
    return server;
  }

  /** Reports to observers that the database is ready. */
  public void opened() {
    if (!observations.isEmpty()) {
      observations.opened(
          Stream.of(pools.writer(), pools.reader())
              .filter(HikariDataSource.class::isInstance)
              .map(HikariDataSource.class::cast)
              .distinct()
              .toList());
    }
  }

  /** The observations of operations. */
  public Observations observations() {
    return observations;
  }

  /** The source of connections. */
  public ConnectionSource connections() {
    return connections;
  }

  /** The connections as the dialect sees them. */
  public ConnectionPools pools() {
    return pools;
  }

  /** The statements of a table; its schema's constraints can be named from the first call on. */
  public TableStatements statements(TableMapping<?, ?> mapping) {
    TableStatements known = tables.get(mapping);
    return known != null ? known : tables.computeIfAbsent(mapping, this::addTable);
  }

  private TableStatements addTable(TableMapping<?, ?> mapping) {
    constraints.register(mapping.table().getSchema());
    return new TableStatements(mapping, renderer);
  }

  /** Opens a scope for the rows of a principal. */
  public <P> RowScope scope(RowOwnership<P> ownership, P principal) {
    return ownerships.computeIfAbsent(ownership, key -> owned(key, true)).open(principal);
  }

  /** Opens a scope for the rows of all principals. */
  public RowScope scopeOfAll(RowOwnership<?> ownership) {
    return wholes.computeIfAbsent(ownership, key -> owned(key, false)).openAll();
  }

  private OwnedStatements owned(RowOwnership<?> ownership, boolean limited) {
    return new OwnedStatements(ownership, renderer, failures, dialect, limited);
  }

  /** Runs statements for many elements at once. */
  public BatchExecution batches() {
    return batches;
  }

  /** The time and identifiers for the rows of one call. */
  public RowContext rowContext() {
    Instant now = now();
    return new RowContext() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public UUID newId() {
        return ids.next();
      }

      @Override
      public UUID newId(Instant createdAt) {
        return ids.next(createdAt);
      }
    };
  }

  /** The time of the injected clock, in microseconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether this thread is in a transaction that may change the rows that it reads. */
  public boolean isWriting() {
    TransactionScope scope = transactions.current();
    return scope != null && !scope.isReadOnly();
  }

  /**
   * Verifies that statements may run, before their values are validated.
   *
   * @throws IllegalStateException when the database is closed
   * @throws dev.taskstore.db.exception.RollbackOnlyException when a statement of this thread's
   *     transaction has failed
   */
  public void ensureMayRun() {
    TransactionScope scope = transactions.current();
    if (scope == null) {
      connections.ensureOpen();
      connections.ensureMayRunInManaged(false);
    } else {
      scope.ensureMayRun();
    }
  }

  /**
   * Verifies that statements which write may run, before their values are validated.
   *
   * @throws IllegalStateException when the database is closed
   * @throws dev.taskstore.db.exception.RollbackOnlyException when a statement of this thread's
   *     transaction has failed
   * @throws dev.taskstore.db.exception.ReadOnlyTransactionException when this thread's transaction
   *     is read-only
   */
  public void ensureMayWrite() {
    TransactionScope scope = transactions.current();
    if (scope == null) {
      connections.ensureOpen();
      connections.ensureMayRunInManaged(true);
    } else {
      scope.ensureMayWrite();
    }
  }

  /** A pool may have closed the connection because of the failure, which is reported. */
  private void recover(Connection connection, RuntimeException failure) {
    try {
      transactions.recover(connection, failure);
    } catch (SQLException e) {
      failure.addSuppressed(failures.translate(e));
    }
  }

  /** Runs work that only reads, in this thread's transaction or on a reader. */
  public <T extends @Nullable Object> T read(SqlWork<T> work) {
    TransactionScope scope = transactions.current();
    if (scope != null) {
      scope.ensureMayRun();
      return onScope(scope, work, NO_SEARCH);
    }
    connections.ensureMayRunInManaged(false);
    return runner.retrying(() -> readOnce(work));
  }

  private <T extends @Nullable Object> T readOnce(SqlWork<T> work) {
    ReplicaSet preferred = connections.replicas(preference);
    if (preferred != null) {
      try {
        ReplicaSet.Outcome<T> outcome = preferred.read(preference, work::run);
        if (outcome != null) {
          return outcome.result();
        }
      } catch (SQLException e) {
        throw failures.translate(e);
      }
    }
    return readsAgain
        ? readAgainIfLost(work)
        : onConnectionOf(connections::reader, work, NO_SEARCH, false);
  }

  /**
   * Runs work on a reader, and once more if its connection to a server was lost: the server may
   * have been replaced since the pool connected.
   */
  private <T extends @Nullable Object> T readAgainIfLost(SqlWork<T> work) {
    AtomicBoolean isConnected = new AtomicBoolean();
    SqlWork<T> first =
        connection -> {
          isConnected.set(true);
          return work.run(connection);
        };
    try {
      return onConnectionOf(connections::reader, first, NO_SEARCH, false);
    } catch (ConnectionLostException e) {
      if (!isConnected.get()) {
        throw e;
      }
      return onConnectionOf(connections::reader, work, NO_SEARCH, false);
    }
  }

  /** Returns a connection for reading outside of transactions, which the caller closes. */
  public Connection reader() throws SQLException {
    return connections.reader(preference);
  }

  /** Begins to probe the replicas. */
  void startReplicas() {
    if (replicas != null) {
      replicas.start(pools.writer());
    }
  }

  /**
   * Returns the current position of the primary.
   *
   * @throws IllegalStateException if this thread has an active transaction, or if the database is
   *     closed
   */
  public ConsistencyToken token() {
    connections.ensureOpen();
    if (transactions.current() != null) {
      throw new IllegalStateException(
          "A transaction is active, whose commit the token would not include. Get the token after"
              + " the transaction.");
    }
    Replication replication = dialect.replication().orElse(null);
    if (replication == null) {
      return new ConsistencyToken(dialect.name(), 0, "0");
    }
    ReplicationPosition position =
        runner.retrying(
            () -> onConnectionOf(connections::writer, replication::position, NO_SEARCH, false));
    return new ConsistencyToken(dialect.name(), position.timeline(), position.position());
  }

  /** Runs a single statement that writes, in this thread's transaction or its own. */
  public <T extends @Nullable Object> T write(SqlWork<T> work, ViolationProbe.Search search) {
    TransactionScope scope = transactions.current();
    if (scope != null) {
      scope.ensureMayWrite();
      return onScope(scope, work, search);
    }
    if (actor == null && connections.managed() != null) {
      connections.ensureMayRunInManaged(true);
      return onConnectionOf(connections::writer, work, search, false);
    }
    if (connections.joinsApplicationTransactions() || actor != null) {
      // A failure must not end the application's transaction on one database and not on another.
      return writeAtomically(work, search);
    }
    return runner.retrying(() -> onConnectionOf(connections::writer, work, search, true));
  }

  /**
   * Runs a single statement that writes, by itself or in a savepoint of this thread's transaction.
   */
  public <T extends @Nullable Object> T writeApart(SqlWork<T> work, ViolationProbe.Search search) {
    return transactions.current() == null ? write(work, search) : writeAtomically(work, search);
  }

  /** Runs several statements, all of them or none, in this thread's transaction or their own. */
  public <T extends @Nullable Object> T writeTogether(
      SqlWork<T> work, ViolationProbe.Search search) {
    return transactions.current() == null ? writeAtomically(work, search) : write(work, search);
  }

  /** Runs several statements, all of them or none, in a savepoint or their own transaction. */
  public <T extends @Nullable Object> T writeAtomically(
      SqlWork<T> work, ViolationProbe.Search search) {
    return execute(TransactionOptions.defaults(), scope -> onScope(scope, work, search));
  }

  /** Runs statements like {@link #writeAtomically} without retries, for input that is consumed. */
  public <T extends @Nullable Object> T writeAtomicallyOnce(
      SqlWork<T> work, ViolationProbe.Search search) {
    return execute(
        TransactionOptions.defaults().withoutRetry(), scope -> onScope(scope, work, search));
  }

  private <T extends @Nullable Object> T onScope(
      TransactionScope scope, SqlWork<T> work, ViolationProbe.Search search) {
    try {
      return transactions.actors().run(scope, actor, work::run);
    } catch (SQLException e) {
      RuntimeException failure = violations.resolve(e, scope.connection(), search);
      scope.failed(failure);
      throw failure;
    }
  }

  private <T extends @Nullable Object> T onConnectionOf(
      ConnectionOpening opening, SqlWork<T> work, ViolationProbe.Search search, boolean writes) {
    try (Connection connection = opening.open()) {
      try {
        return work.run(connection);
      } catch (SQLException e) {
        RuntimeException failure = violations.resolve(e, connection, search);
        recover(connection, failure);
        connections.failed();
        connections.refused(failure);
        throw writes ? FailureTranslator.whileCommitting(failure) : failure;
      }
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  @Override
  public void close() {
    connections.close();
    statements.close();
    if (replicas != null) {
      replicas.close();
    }
    pools.close();
  }
}
