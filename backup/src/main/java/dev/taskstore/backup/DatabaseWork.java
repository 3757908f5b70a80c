package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Runs work on the connection of a transaction, with the exceptions of the library. */
final class DatabaseWork {

  /** One snapshot; a dump of a large table takes longer than any query timeout. */
  static final TransactionOptions SNAPSHOT =
      TransactionOptions.defaults().readOnly().withoutRetry().queryTimeout(Duration.ZERO);

  static final TransactionOptions WRITE =
      TransactionOptions.defaults().withoutRetry().queryTimeout(Duration.ZERO);

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(Connection connection, DSLContext dsl) throws SQLException;
  }

  private DatabaseWork() {}

  static <T extends @Nullable Object> T run(
      Database database, TransactionOptions options, Work<T> work) {
    return database.transactionResult(
        options, transaction -> run(database, transaction.dsl(), work));
  }

  /** Runs work on a connection without a transaction. */
  static <T extends @Nullable Object> T runWithoutTransaction(Database database, Work<T> work) {
    return run(database, database.dsl(), work);
  }

  private static <T extends @Nullable Object> T run(
      Database database, DSLContext dsl, Work<T> work) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    try {
      return dsl.connectionResult(
          connection -> {
            try {
              return work.run(connection, dsl);
            } catch (SQLException e) {
              RuntimeException translated = database.translate(e);
              failure.set(translated);
              throw translated;
            } catch (RuntimeException e) {
              failure.set(e);
              throw e;
            }
          });
    } catch (RuntimeException e) {
      throw first(failure.get(), e);
    }
  }

  /** After a failure on the driver's connection, returning the connection fails too. */
  private static RuntimeException first(
      @Nullable RuntimeException failure, RuntimeException thrown) {
    if (failure == null || failure == thrown) {
      return thrown;
    }
    failure.addSuppressed(thrown);
    return failure;
  }
}
