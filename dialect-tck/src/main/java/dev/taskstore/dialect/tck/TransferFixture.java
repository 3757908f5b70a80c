package dev.taskstore.dialect.tck;

import dev.taskstore.db.Database;
import dev.taskstore.db.spi.TransferSupport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the parts of a dialect in copies as a copy does: in transactions of an open database. */
final class TransferFixture {

  /** Uses the connection of a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private TransferFixture() {}

  static TransferSupport support(Database database) {
    return database.dialect().transfer();
  }

  static <T> T inTransaction(Database database, Work<T> work) {
    return database.transactionResult(tx -> tx.dsl().connectionResult(work::run));
  }

  static void execute(Database database, List<String> statements) {
    inTransaction(
        database,
        connection -> {
          execute(connection, statements);
          return statements;
        });
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
