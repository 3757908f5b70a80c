package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A transaction-level advisory lock on a separate connection. The server releases it when the
 * connection ends, and it also works behind a transaction pooler.
 *
 * <p>The lock is polled, because a statement that waits for the lock would cause a deadlock: {@code
 * CREATE INDEX CONCURRENTLY} of the lock holder waits for every statement that began before it. For
 * the same reason, the transaction keeps no snapshot between its statements.
 *
 * <p>The server detects a dead client only after its statement has completed, possibly long after
 * it released the lock. Connections that migrate therefore have an application name, by which the
 * next holder of the lock finds and terminates the sessions of a dead process.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     Locks</a>
 */
final class PostgresMigrationLock implements MigrationLock {

  /** The bytes of "taskstor". All migrations of this library use this key. */
  private static final long KEY = 0x7461736b73746f72L;

  private static final String MIGRATOR = "taskstore-migrator";

  private static final String END_DEAD_MIGRATORS =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND usename = current_user"
          + " AND application_name = '"
          + MIGRATOR
          + "'";

  private static final int RETRY_MILLIS = 50;

  /** The lock, held by a separate connection. */
  private record LockConnection(Connection connection) implements Held {

    @Override
    public void begin(Connection migrating) throws SQLException {
      TransactionControl.execute(migrating, "SET application_name = '" + MIGRATOR + "'");
    }

    @Override
    public void end(Connection migrating) throws SQLException {
      TransactionControl.execute(migrating, "RESET application_name");
    }

    @Override
    public void close() {
      release(connection);
    }
  }

  private final DataSource dataSource;

  PostgresMigrationLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Held acquire() throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      while (!tryLock(connection)) {
        connection.rollback();
        Thread.sleep(RETRY_MILLIS);
      }
      endDeadMigrators(connection);
      // The transaction is idle during the migration. Any statement here also closes the query
      // above, which the driver keeps open with its snapshot until the next statement.
      TransactionControl.execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
      return new LockConnection(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    } catch (InterruptedException e) {
      connection.close();
      Thread.currentThread().interrupt();
      throw new DatabaseTimeoutException(
          "The thread was interrupted while it waited for another process that is migrating this"
              + " database.",
          FailureContext.NONE,
          e);
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    try (Statement statement = connection.createStatement();
        ResultSet locked =
            statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + KEY + ")")) {
      return locked.next() && locked.getBoolean(1);
    }
  }

  /** Terminates the sessions that migrated under a lock that the server has released. */
  private static void endDeadMigrators(Connection connection)
      throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      while (count(statement, END_DEAD_MIGRATORS) > 0) {
        Thread.sleep(RETRY_MILLIS);
        // Otherwise the transaction always sees the same sessions.
        statement.execute("SELECT pg_stat_clear_snapshot()");
      }
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void release(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The connection with the migration lock was lost, which released the lock", e);
    }
  }
}
