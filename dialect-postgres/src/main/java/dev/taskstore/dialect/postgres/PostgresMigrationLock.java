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
 * An advisory lock of a transaction on a connection of its own: it ends with the connection, and
 * holds behind a transaction pooler too.
 *
 * <p>It is asked for again and again instead of waited for. {@code CREATE INDEX CONCURRENTLY} of
 * the migrator whose turn it is waits for every statement that began before it, so that a statement
 * which waits for the lock would wait for itself. For the same reason the transaction keeps no
 * snapshot between its statements.
 *
 * <p>The server ends the statement of a dead client only when it has run to its end, long after the
 * lock is free. The connections that migrate therefore bear a name, by which the next migrator
 * finds and ends those of a dead one.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     Locks</a>
 */
final class PostgresMigrationLock implements MigrationLock {

  /** The bytes of "taskstor": the number is the same for all migrators of this library. */
  private static final long KEY = 0x7461736b73746f72L;

  private static final String MIGRATOR = "taskstore-migrator";

  private static final String END_DEAD_MIGRATORS =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND usename = current_user"
          + " AND application_name = '"
          + MIGRATOR
          + "'";

  private static final int RETRY_MILLIS = 50;

  /** A turn, held by a connection of its own. */
  private record Turn(Connection connection) implements Held {

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
      // The transaction idles while others work. Besides, the driver leaves the query above open,
      // and its snapshot with it, until the next statement.
      TransactionControl.execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
      return new Turn(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    } catch (InterruptedException e) {
      connection.close();
      Thread.currentThread().interrupt();
      throw new DatabaseTimeoutException(
          "The thread was interrupted while another process migrated this database.",
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

  /** Nobody else has the turn, so that whoever still migrates has lost it. */
  private static void endDeadMigrators(Connection connection)
      throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      while (count(statement, END_DEAD_MIGRATORS) > 0) {
        Thread.sleep(RETRY_MILLIS);
        // Otherwise the transaction would see the same sessions for ever.
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
          "The connection that held the migration lock broke, which has released it", e);
    }
  }
}
