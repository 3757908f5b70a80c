package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Transactions on a database that other programs may use at the same time. */
final class Snapshot {

  private static final TransactionOptions READ =
      TransactionOptions.defaults().readOnly().withoutRetry().queryTimeout(Duration.ZERO);
  private static final TransactionOptions WRITE =
      TransactionOptions.defaults().queryTimeout(Duration.ZERO);

  private Snapshot() {}

  /**
   * Runs queries that all read the same snapshot.
   *
   * @throws dev.taskstore.db.exception.DatabaseException if a query fails, also if it would omit
   *     rows that the role may not see
   */
  static <T extends @Nullable Object> T read(Database database, SqlWork<T> work) {
    return inTransaction(
        database,
        READ,
        access -> {
          access.dialect().transfer().requireAllRows(access.connection());
          return work.run(access);
        });
  }

  /** Runs statements in a short transaction, which is repeated after transient failures. */
  static <T extends @Nullable Object> T write(Database database, SqlWork<T> work) {
    return inTransaction(database, WRITE, work);
  }

  private static <T extends @Nullable Object> T inTransaction(
      Database database, TransactionOptions options, SqlWork<T> work) {
    return database.transactionResult(
        options,
        transaction ->
            transaction
                .dsl()
                .connectionResult(
                    connection -> {
                      try {
                        return work.run(Access.of(database, connection));
                      } catch (SQLException e) {
                        makeRollbackOnly(connection);
                        throw database.translate(e);
                      } catch (RuntimeException e) {
                        makeRollbackOnly(connection);
                        throw e;
                      }
                    }));
  }

  /**
   * The library checks at the release of a connection that the transaction is still usable, unless
   * a statement on its guard has failed. After a failure on the connection itself, any statement
   * fails where the database requires a rollback.
   */
  private static void makeRollbackOnly(Connection guarded) {
    try (Statement statement = guarded.createStatement()) {
      statement.execute("SELECT 1");
    } catch (SQLException | RuntimeException e) {
      // Expected. The failure that caused it is thrown.
    }
  }
}
