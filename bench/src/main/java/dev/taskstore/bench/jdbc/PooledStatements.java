package dev.taskstore.bench.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Borrows a connection and prepares a statement for each call. */
final class PooledStatements implements Statements {

  private final HikariDataSource pool;

  PooledStatements(Target target) {
    pool = target.pool();
  }

  @Override
  public <R> R with(String sql, StatementWork<R> work) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.run(statement);
    }
  }

  @Override
  public <R> R inTransaction(String sql, StatementWork<R> work) throws SQLException {
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
          }
        });
  }

  @Override
  public <R> R inTransaction(ConnectionWork<R> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return Statements.transaction(connection, work);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
