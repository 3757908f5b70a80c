package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.transfer.exception.TransferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection that writes to the target, with foreign keys suspended. It is held from the first
 * row to the last: the setting belongs to the connection. Not thread-safe.
 */
final class TargetSession {

  /** Work that uses the session. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(TargetSession session);
  }

  private static final TransactionOptions WRITE =
      TransactionOptions.defaults().withoutRetry().queryTimeout(Duration.ZERO);
  private static final TransactionOptions READ = WRITE.readOnly();

  private final Database database;
  private final Access access;

  private TargetSession(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  /** Runs work on a connection for writing. */
  static <T extends @Nullable Object> T open(Database database, Work<T> work) {
    return database
        .dsl()
        .connectionResult(
            guarded -> {
              Access access;
              try {
                access = Access.of(database, guarded);
                // Building an index takes longer than the network timeout of a query.
                int patience = access.connection().getNetworkTimeout();
                setNetworkTimeout(access.connection(), patience, 0);
                try {
                  return withoutForeignKeys(new TargetSession(database, access), work);
                } finally {
                  setNetworkTimeout(access.connection(), patience, patience);
                }
              } catch (SQLException e) {
                throw database.translate(e);
              }
            });
  }

  private static void setNetworkTimeout(Connection connection, int configured, int millis)
      throws SQLException {
    if (configured != 0 && !connection.isClosed()) {
      connection.setNetworkTimeout(Runnable::run, millis);
    }
  }

  private static <T extends @Nullable Object> T withoutForeignKeys(
      TargetSession session, Work<T> work) throws SQLException {
    Connection connection = session.access.connection();
    var transfer = session.access.dialect().transfer();
    transfer.suspendForeignKeys(connection);
    T result;
    try {
      result = work.run(session);
    } catch (Throwable failure) {
      try {
        transfer.resumeForeignKeys(connection);
      } catch (SQLException e) {
        // A connection that would not enforce foreign keys must not return to its pool.
        connection.abort(Runnable::run);
        failure.addSuppressed(session.database.translate(e));
      }
      throw failure;
    }
    transfer.resumeForeignKeys(connection);
    return result;
  }

  /** Runs work in a transaction. */
  <T extends @Nullable Object> T write(SqlWork<T> work) {
    return run(WRITE, work);
  }

  /** Runs queries that all read the same snapshot. */
  <T extends @Nullable Object> T read(SqlWork<T> work) {
    return run(
        READ,
        unused -> {
          access.dialect().transfer().requireAllRows(access.connection());
          return work.run(access);
        });
  }

  private <T extends @Nullable Object> T run(TransactionOptions options, SqlWork<T> work) {
    requireNotInterrupted();
    TransactionControl control = access.dialect().transactions();
    Connection connection = access.connection();
    try {
      control.begin(connection, options);
      try {
        T result = work.run(access);
        requireNotInterrupted();
        control.commit(connection);
        return result;
      } catch (Throwable failure) {
        try {
          control.rollback(connection);
        } catch (SQLException e) {
          failure.addSuppressed(database.translate(e));
        }
        throw failure;
      } finally {
        end(control, options);
      }
    } catch (SQLException e) {
      throw database.translate(e);
    }
  }

  private void end(TransactionControl control, TransactionOptions options) throws SQLException {
    if (!access.connection().isClosed()) {
      control.end(access.connection(), options);
    }
  }

  static void requireNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /** Returns the exception for a copy whose thread was interrupted. */
  static TransferException interrupted() {
    return new TransferException(
        "The thread was interrupted. The target remains incomplete; run the copy again to"
            + " continue.",
        null);
  }
}
