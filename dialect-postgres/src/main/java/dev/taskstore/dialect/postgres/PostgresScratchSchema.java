package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.spi.SchemaInspector.ScratchDatabase;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A schema in a transaction that is never committed: the server discards it when the transaction
 * ends, even if this process dies. It is the first schema of the search path; the other schemas
 * remain in the path, because they contain extensions and their types.
 */
final class PostgresScratchSchema implements ScratchDatabase {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** A changelog that references the live schema must not block the application. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '5s'";

  private static final String SEARCH_PATH =
      "SELECT set_config('search_path', concat_ws(', ', ?,"
          + " nullif(current_setting('search_path'), '')), true)";

  private final Connection real;
  private final Connection restricted;
  private final boolean autoCommit;

  private PostgresScratchSchema(Connection real, boolean autoCommit) {
    this.real = real;
    this.restricted = UncommittedConnection.of(real);
    this.autoCommit = autoCommit;
  }

  static PostgresScratchSchema open(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    PostgresScratchSchema scratch = new PostgresScratchSchema(connection, autoCommit);
    try {
      scratch.create();
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw missingRight(connection);
      }
      throw e;
    }
  }

  private void create() throws SQLException {
    String name = "taskstore_scratch_" + UUID.randomUUID().toString().replace("-", "");
    TransactionControl.execute(real, LOCK_TIMEOUT);
    TransactionControl.execute(real, "CREATE SCHEMA " + name);
    try (PreparedStatement statement = real.prepareStatement(SEARCH_PATH)) {
      statement.setString(1, name);
      statement.executeQuery().close();
    }
  }

  private static MigrationException missingRight(Connection connection) throws SQLException {
    return new MigrationException(
        "Detecting drift requires a scratch schema in a transaction that is rolled back, but this"
            + " user lacks the CREATE privilege. As the owner of the database, run GRANT CREATE ON"
            + " DATABASE "
            + connection.getCatalog()
            + " TO "
            + connection.getMetaData().getUserName()
            + ", or connect as another user.",
        FailureContext.NONE,
        null);
  }

  @Override
  public Connection connection() {
    return restricted;
  }

  @Override
  public void close() throws SQLException {
    real.rollback();
    real.setAutoCommit(autoCommit);
  }
}
