package dev.taskstore.dialect.postgres;

import dev.taskstore.spi.MigrationLock;
import dev.taskstore.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An advisory lock of a transaction on a connection of its own: it ends with the connection, and
 * holds behind a transaction pooler too.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     Locks</a>
 */
final class PostgresMigrationLock implements MigrationLock {

  /** The bytes of "taskstor": the number is the same for all migrators of this library. */
  private static final long KEY = 0x7461736b73746f72L;

  private final DataSource dataSource;

  PostgresMigrationLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Held acquire() throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      TransactionControl.execute(connection, "SELECT pg_advisory_xact_lock(" + KEY + ")");
      return () -> release(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
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
