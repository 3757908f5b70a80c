package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.LentConnection;
import dev.taskstore.db.spi.SnapshotSharing;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Exported snapshots of the server.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION">Snapshot
 *     Synchronization Functions</a>
 */
enum PostgresSnapshotSharing implements SnapshotSharing {
  INSTANCE;

  private static final Pattern NAME = Pattern.compile("[0-9A-Fa-f-]{1,64}");

  @Override
  public String export(Connection connection) throws SQLException {
    return outsideOfSavepoints(
        connection,
        transaction -> {
          try (Statement statement = transaction.createStatement();
              ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
          }
        });
  }

  /** The command has no parameters. */
  @Override
  public void use(Connection connection, String snapshot) throws SQLException {
    if (!NAME.matcher(snapshot).matches()) {
      throw new IllegalArgumentException("Not the name of a snapshot: " + snapshot);
    }
    outsideOfSavepoints(
        connection,
        transaction -> {
          TransactionControl.execute(transaction, "SET TRANSACTION SNAPSHOT '" + snapshot + "'");
          return snapshot;
        });
  }

  /** The server accepts both commands only outside of savepoints. */
  private static String outsideOfSavepoints(
      Connection connection, LentConnection.Commands<String> commands) throws SQLException {
    return connection.isWrapperFor(LentConnection.class)
        ? connection.unwrap(LentConnection.class).withoutSavepoint(commands)
        : commands.run(connection);
  }
}
