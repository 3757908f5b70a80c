package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.ConnectionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** The version of SQLite that the driver contains. Frameworks manage the version of the driver. */
final class SqliteEngine {

  /** The oldest version with {@code ALTER TABLE ... ADD CONSTRAINT} and {@code DROP CONSTRAINT}. */
  private static final int MINIMUM_MINOR = 53;

  private static volatile boolean verified;

  private SqliteEngine() {}

  /**
   * Verifies the driver without a file, once in each virtual machine.
   *
   * @param target the database in messages
   * @throws dev.taskstore.db.spi.ConnectFailedException if the driver cannot load its library
   */
  static void verify(ConnectionSettings settings, String target) throws SQLException {
    if (!verified) {
      SQLiteDataSource memory = new SQLiteDataSource();
      memory.setUrl(SqliteLocation.PREFIX + ":memory:");
      ConnectingDataSource connections =
          new ConnectingDataSource(
              settings, target, SqliteConnectFailures::classify, () -> SqlitePools.connect(memory));
      try (Connection connection = connections.connect()) {
        verify(connection);
      }
      verified = true;
    }
  }

  /** Verifies the engine of a connection. */
  static void verify(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
      row.next();
      String version = row.getString(1);
      if (isOlder(version)) {
        throw new DatabaseOpenException(
            "The JDBC driver on the class path contains SQLite "
                + version
                + ", but the library requires SQLite 3."
                + MINIMUM_MINOR
                + " or newer. Use org.xerial:sqlite-jdbc 3."
                + MINIMUM_MINOR
                + " or newer. Where a framework manages its version, as Spring Boot does, set the"
                + " property sqlite-jdbc.version.",
            FailureContext.NONE,
            null);
      }
    }
  }

  static boolean isOlder(String version) {
    String[] parts = version.split("\\.", -1);
    int major = Integer.parseInt(parts[0]);
    return major < 3 || (major == 3 && Integer.parseInt(parts[1]) < MINIMUM_MINOR);
  }
}
