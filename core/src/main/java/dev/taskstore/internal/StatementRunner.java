package dev.taskstore.internal;

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
  private final QueryTimer timer = new QueryTimer();

  StatementRunner(
      ValueStorage storage, Duration queryTimeout, Supplier<@Nullable TransactionScope> current) {
    this.storage = storage;
    this.queryTimeout = queryTimeout;
    this.current = current;
  }

  ValueStorage storage() {
    return storage;
  }

  RunningStatement prepare(Connection connection, String sql) throws SQLException {
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
