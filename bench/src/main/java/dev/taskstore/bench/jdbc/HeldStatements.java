package dev.taskstore.bench.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One driver connection with statements that are prepared once. */
final class HeldStatements implements Statements {

  private final HikariDataSource pool;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  HeldStatements(Target target) throws SQLException {
    pool = target.pool();
    connection = pool.getConnection();
  }

  @Override
  public <R> R with(String sql, StatementWork<R> work) throws SQLException {
    return work.run(statement(sql));
  }

  /** Prepares the statement on the driver connection, without the wrapper of the pool. */
  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.unwrap(Connection.class).prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  @Override
  public <R> R inTransaction(String sql, StatementWork<R> work) throws SQLException {
    return Statements.transaction(connection, unused -> work.run(statement(sql)));
  }

  @Override
  public <R> R inTransaction(ConnectionWork<R> work) throws SQLException {
    return Statements.transaction(connection, work);
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
    pool.close();
  }
}
