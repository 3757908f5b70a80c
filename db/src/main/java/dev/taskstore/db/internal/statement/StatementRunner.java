package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.listener.StatementEvents;
import dev.taskstore.db.internal.listener.StatementListeners;
import dev.taskstore.db.internal.transaction.TransactionScope;
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
 * Prepares statements, tells listeners of them, and ends those that run for longer than the
 * transaction or the database allows.
 */
public final class StatementRunner implements AutoCloseable {

  private final ValueStorage storage;
  private final Duration queryTimeout;
  private final Supplier<@Nullable TransactionScope> current;
  private final @Nullable StatementCache cache;
  private final StatementListeners listeners;
  private final QueryTimer timer = new QueryTimer();

  private StatementRunner(
      ValueStorage storage,
      Duration queryTimeout,
      @Nullable StatementCache cache,
      StatementListeners listeners,
      Supplier<@Nullable TransactionScope> current) {
    this.storage = storage;
    this.queryTimeout = queryTimeout;
    this.cache = cache;
    this.listeners = listeners;
    this.current = current;
  }

  /**
   * Creates a runner.
   *
   * @param keptStatements how many prepared statements each connection keeps, or 0 for none
   * @param queryTimeout how long a statement may run, zero for no limit
   */
  public static StatementRunner of(
      ValueStorage storage,
      int keptStatements,
      Duration queryTimeout,
      StatementListeners listeners,
      Supplier<@Nullable TransactionScope> current) {
    return new StatementRunner(
        storage,
        queryTimeout,
        keptStatements > 0 ? new StatementCache(keptStatements) : null,
        listeners,
        current);
  }

  ValueStorage storage() {
    return storage;
  }

  /** Prepares a statement, or takes the one that the connection has kept. */
  RunningStatement prepare(Connection connection, ExecuteType type, String sql)
      throws SQLException {
    return prepare(connection, type, sql, this::keptOrNew);
  }

  /** Prepares a statement for a single use. */
  RunningStatement prepareOnce(Connection connection, ExecuteType type, String sql)
      throws SQLException {
    return prepare(
        connection, type, sql, (on, text, events) -> running(on.prepareStatement(text), events));
  }

  /** Prepares an insert that tells the number which the database gives to the row. */
  RunningStatement prepareReturning(
      Connection connection, ExecuteType type, String sql, String identity) throws SQLException {
    return prepare(
        connection,
        type,
        sql,
        (on, text, events) -> running(on.prepareStatement(text, new String[] {identity}), events));
  }

  @FunctionalInterface
  private interface Preparation {
    RunningStatement prepare(Connection connection, String sql, @Nullable StatementEvents events)
        throws SQLException;
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
    if (cache != null) {
      ConnectionStatements statements = cache.of(connection);
      KeptStatement kept = statements.use(sql);
      if (kept != null) {
        return kept(statements, sql, kept, events);
      }
    }
    return running(connection.prepareStatement(sql), events);
  }

  private KeptRunningStatement kept(
      ConnectionStatements statements,
      String sql,
      KeptStatement kept,
      @Nullable StatementEvents events)
      throws SQLException {
    PreparedStatement own = kept.statement();
    try {
      PreparedStatement used = events == null ? own : events.prepared(own);
      return new KeptRunningStatement(statements, sql, kept, used, watch(own), events);
    } catch (RuntimeException e) {
      statements.drop(sql, kept);
      throw e;
    }
  }

  private RunningStatement running(PreparedStatement own, @Nullable StatementEvents events)
      throws SQLException {
    try {
      PreparedStatement used = events == null ? own : events.prepared(own);
      return new RunningStatement(used, watch(own), events);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Watches a statement that somebody else has prepared. */
  public TimedStatement watch(Statement statement) {
    TransactionScope scope = current.get();
    Duration own = scope == null ? null : scope.queryTimeout();
    return timer.watch(statement, own == null ? queryTimeout : own);
  }

  @Override
  public void close() {
    timer.close();
  }
}
