package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.listener.ExecuteListeners;
import dev.taskstore.db.internal.listener.StatementEvents;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.internal.replica.PositionCheck;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.ExecuteType;
import org.jspecify.annotations.Nullable;

/**
 * Prepares statements, reports them to listeners, and cancels those that exceed the query timeout
 * of the transaction or the database. Thread-safe.
 */
public final class StatementRunner implements AutoCloseable {

  private final ValueStorage storage;
  private final Duration queryTimeout;
  private final Supplier<@Nullable TransactionScope> current;
  private final Supplier<@Nullable PositionCheck> positionCheck;
  private final @Nullable StatementCache cache;
  private final ExecuteListeners listeners;
  private final Observations observations;
  private final @Nullable RowPolicies policies;
  private final QueryTimer timer;

  private StatementRunner(
      ValueStorage storage,
      Duration queryTimeout,
      @Nullable StatementCache cache,
      ExecuteListeners listeners,
      Observations observations,
      Supplier<@Nullable TransactionScope> current,
      Supplier<@Nullable PositionCheck> positionCheck,
      @Nullable RowPolicies policies,
      QueryTimer timer) {
    this.storage = storage;
    this.queryTimeout = queryTimeout;
    this.cache = cache;
    this.listeners = listeners;
    this.observations = observations;
    this.current = current;
    this.positionCheck = positionCheck;
    this.policies = policies;
    this.timer = timer;
  }

  /**
   * Creates a runner.
   *
   * @param traits how the database and its driver run statements
   * @param ownsConnections whether the connections are those of the library's pools, so that
   *     prepared statements may be cached for each of them
   * @param queryTimeout how long a statement may run, zero for no limit
   * @param observations receives all statements
   * @param positionCheck returns the check of this thread's read on a replica, or null
   * @param policies the policies to which the statements of a scope name its principal, or null
   */
  public static StatementRunner of(
      ValueStorage storage,
      StatementTraits traits,
      boolean ownsConnections,
      Duration queryTimeout,
      ExecuteListeners listeners,
      Observations observations,
      Supplier<@Nullable TransactionScope> current,
      Supplier<@Nullable PositionCheck> positionCheck,
      @Nullable RowPolicies policies) {
    int keptStatements = ownsConnections ? traits.keptStatements() : 0;
    return new StatementRunner(
        storage,
        queryTimeout,
        keptStatements > 0 ? new StatementCache(keptStatements) : null,
        listeners,
        observations,
        current,
        positionCheck,
        policies,
        new QueryTimer(traits));
  }

  /** Returns the policies to which the statements of a scope name its principal, or null. */
  @Nullable RowPolicies policies() {
    return policies;
  }

  /** Returns the check that the next query of this thread must pass on a replica, or null. */
  @Nullable PositionCheck openPositionCheck() {
    PositionCheck check = positionCheck.get();
    return check == null || check.hasPassed() ? null : check;
  }

  /** Returns whether listeners receive the statements, which they may describe or replace. */
  boolean hasListeners() {
    return !listeners.isEmpty();
  }

  ValueStorage storage() {
    return storage;
  }

  /**
   * Prepares a statement, or reuses the cached statement of the connection.
   *
   * @param text the text to run, which may name the principal of a scope before the statement
   * @param sql the statement, as observers receive it
   */
  RunningStatement prepare(Connection connection, ExecuteType type, String text, String sql)
      throws SQLException {
    return observed(connection, type, text, sql, this::keptOrNew);
  }

  /** Prepares a statement like {@link #prepare} for a single use. */
  RunningStatement prepareOnce(Connection connection, ExecuteType type, String text, String sql)
      throws SQLException {
    return observed(
        connection,
        type,
        text,
        sql,
        (on, own, events) -> running(on.prepareStatement(own), events));
  }

  /** Prepares an insert that returns the generated identity of the row. */
  RunningStatement prepareReturning(
      Connection connection, ExecuteType type, String sql, String identity) throws SQLException {
    return observed(
        connection,
        type,
        sql,
        sql,
        (on, text, events) -> running(on.prepareStatement(text, new String[] {identity}), events));
  }

  @FunctionalInterface
  private interface Preparation {
    RunningStatement prepare(Connection connection, String sql, @Nullable StatementEvents events)
        throws SQLException;
  }

  private RunningStatement observed(
      Connection connection, ExecuteType type, String text, String sql, Preparation preparation)
      throws SQLException {
    Observation observation = observations.statement(sql, type == ExecuteType.BATCH);
    if (observation == null) {
      return prepare(connection, type, text, preparation);
    }
    try {
      return prepare(connection, type, text, preparation).observedBy(observation);
    } catch (SQLException e) {
      throw Failure.of(e).observedBy(observation).asException();
    } catch (RuntimeException e) {
      observation.failed(e);
      throw e;
    }
  }

  private RunningStatement prepare(
      Connection connection, ExecuteType type, String sql, Preparation preparation)
      throws SQLException {
    StatementEvents events = listeners.begin(connection, type, sql);
    if (events == null) {
      return preparation.prepare(connection, sql, null);
    }
    boolean prepared = false;
    try {
      RunningStatement running = preparation.prepare(connection, events.preparing(), events);
      prepared = true;
      return running;
    } catch (SQLException e) {
      throw events.failed(e);
    } finally {
      if (!prepared) {
        events.end();
      }
    }
  }

  private RunningStatement keptOrNew(
      Connection connection, String sql, @Nullable StatementEvents events) throws SQLException {
    KeptStatement kept = cache == null ? null : cache.use(connection, sql);
    return kept == null ? running(connection.prepareStatement(sql), events) : running(kept, events);
  }

  private RunningStatement running(KeptStatement kept, @Nullable StatementEvents events)
      throws SQLException {
    PreparedStatement own = kept.statement();
    try {
      PreparedStatement used = events == null ? own : events.prepared(own);
      return new RunningStatement(used, watch(own), events, kept);
    } catch (RuntimeException e) {
      kept.discard();
      throw e;
    }
  }

  private RunningStatement running(PreparedStatement own, @Nullable StatementEvents events)
      throws SQLException {
    try {
      PreparedStatement used = events == null ? own : events.prepared(own);
      return new RunningStatement(used, watch(own), events, null);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Starts the timeout of a statement that another class prepared. */
  public TimedStatement watch(Statement statement) {
    TransactionScope scope = current.get();
    return timer.watch(statement, scope == null ? queryTimeout : scope.queryTimeout(queryTimeout));
  }

  @Override
  public void close() {
    timer.close();
  }
}
