package dev.taskstore.internal;

import dev.taskstore.spi.Dialect;
import dev.taskstore.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prepares statements, and ends those that run for longer than the transaction or the database
 * allows.
 */
final class StatementRunner implements AutoCloseable {

  private final ValueStorage storage;
  private final Duration queryTimeout;
  private final Supplier<@Nullable TransactionScope> current;
  private final @Nullable StatementCache cache;
  private final QueryTimer timer = new QueryTimer();

  private StatementRunner(
      ValueStorage storage,
      Duration queryTimeout,
      @Nullable StatementCache cache,
      Supplier<@Nullable TransactionScope> current) {
    this.storage = storage;
    this.queryTimeout = queryTimeout;
    this.cache = cache;
    this.current = current;
  }

  /** Keeps statements only on connections of the library's own: it alone knows when these close. */
  static StatementRunner of(
      Dialect dialect, DatabaseSettings settings, Supplier<@Nullable TransactionScope> current) {
    boolean keeps = settings.dataSource == null && dialect.keptStatements() > 0;
    return new StatementRunner(
        dialect.valueStorage(),
        settings.queryTimeout,
        keeps ? new StatementCache(dialect.keptStatements()) : null,
        current);
  }

  ValueStorage storage() {
    return storage;
  }

  /** Prepares a statement, or takes the one that the connection has kept. */
  RunningStatement prepare(Connection connection, String sql) throws SQLException {
    if (cache != null) {
      ConnectionStatements statements = cache.of(connection);
      KeptStatement kept = statements.use(sql);
      if (kept != null) {
        return new KeptRunningStatement(statements, sql, kept, watch(kept.statement()));
      }
    }
    return running(connection.prepareStatement(sql));
  }

  /** Prepares a statement for a single use. */
  RunningStatement prepareOnce(Connection connection, String sql) throws SQLException {
    return running(connection.prepareStatement(sql));
  }

  /** Prepares an insert that tells the number which the database gives to the row. */
  RunningStatement prepareReturning(Connection connection, String sql, String identity)
      throws SQLException {
    return running(connection.prepareStatement(sql, new String[] {identity}));
  }

  private RunningStatement running(PreparedStatement statement) {
    return new RunningStatement(statement, watch(statement));
  }

  /** Watches a statement that somebody else has prepared. */
  TimedStatement watch(Statement statement) {
    TransactionScope scope = current.get();
    Duration own = scope == null ? null : scope.queryTimeout();
    return timer.watch(statement, own == null ? queryTimeout : own);
  }

  @Override
  public void close() {
    timer.close();
  }
}
