package dev.taskstore.db.internal.migration;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.spi.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Refuses to run changesets with a role from which row-level security hides rows: their updates and
 * deletes would omit these rows without an error.
 */
final class HiddenRowsCheck {

  private final Dialect dialect;

  HiddenRowsCheck(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Checks the tables that exist now.
   *
   * @throws MigrationException if rows are hidden from the role of the connection
   */
  void check(Connection connection) throws SQLException {
    List<String> tables =
        dialect.rowPolicies().isEmpty()
            ? List.of()
            : dialect.rowPolicies().get().tablesWithHiddenRows(connection);
    if (!tables.isEmpty()) {
      throw new MigrationException(
          "Row-level security hides rows of "
              + String.join(", ", tables)
              + " from the role "
              + connection.getMetaData().getUserName()
              + ", so that a changeset could omit them without an error. Migrate with the role that"
              + " owns the tables and without FORCE ROW LEVEL SECURITY on them, or with a role that"
              + " has BYPASSRLS.",
          FailureContext.NONE,
          null);
    }
  }
}
