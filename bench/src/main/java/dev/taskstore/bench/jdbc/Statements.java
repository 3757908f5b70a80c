package dev.taskstore.bench.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Provides connections and statements. */
interface Statements extends AutoCloseable {

  /** Work with a statement. */
  @FunctionalInterface
  interface StatementWork<R> {
    /** Does the work. */
    R run(PreparedStatement statement) throws SQLException;
  }

  /** Work with a connection. */
  @FunctionalInterface
  interface ConnectionWork<R> {
    /** Does the work. */
    R run(Connection connection) throws SQLException;
  }

  /** Runs work with a statement that commits by itself. */
  <R> R with(String sql, StatementWork<R> work) throws SQLException;

  /** Runs work with a statement in a transaction. */
  <R> R inTransaction(String sql, StatementWork<R> work) throws SQLException;

  /** Runs work with a connection in a transaction. */
  <R> R inTransaction(ConnectionWork<R> work) throws SQLException;

  @Override
  void close() throws SQLException;

  /** Commits at the end, or rolls back. */
  static <R> R transaction(Connection connection, ConnectionWork<R> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      R result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
