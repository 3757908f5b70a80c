package dev.taskstore.db.internal.security;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The row-level security of an open database. Thread-safe. */
public final class OpenRowSecurity implements RowSecurity {

  private final OpenDatabase database;
  private final RowPolicies policies;
  private final RowOwnership<?> ownership;

  /** Creates the row-level security for a declaration. */
  public OpenRowSecurity(OpenDatabase database, RowPolicies policies, RowOwnership<?> ownership) {
    this.database = database;
    this.policies = policies;
    this.ownership = ownership;
  }

  @Override
  public List<String> enableSql() {
    return database.read(connection -> policies.enable(connection, ownership));
  }

  @Override
  public List<String> disableSql() {
    return policies.disable(ownership);
  }

  @Override
  public void enable() {
    database.writeAtomically(
        connection -> {
          run(connection, policies.disable(ownership));
          run(connection, policies.enable(connection, ownership));
          return true;
        },
        OpenDatabase.NO_SEARCH);
  }

  @Override
  public void disable() {
    database.writeAtomically(
        connection -> {
          run(connection, policies.disable(ownership));
          return true;
        },
        OpenDatabase.NO_SEARCH);
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    for (String statement : statements) {
      TransactionControl.execute(connection, statement);
    }
  }

  @Override
  public List<PolicyDifference> differences() {
    return database.writeAtomically(
        connection -> policies.differences(connection, ownership), OpenDatabase.NO_SEARCH);
  }
}
