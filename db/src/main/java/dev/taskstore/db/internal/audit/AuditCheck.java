package dev.taskstore.db.internal.audit;

import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.TransactionControl;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that the audit trail of an open database is in force. */
public final class AuditCheck {

  /** Fails if the table does not exist, and reads no row. */
  private static final String REQUIRE_TABLE =
      "SELECT count(*) FROM " + AuditTrail.TABLE + " WHERE 1 = 0";

  private AuditCheck() {}

  /**
   * Compares the triggers with the declaration.
   *
   * @throws DatabaseOpenException if they differ
   */
  public static void run(OpenDatabase database, AuditTriggers triggers, AuditedTables audited) {
    List<AuditDifference> differences =
        differences(database, triggers, new AuditShape(audited).tables());
    if (!differences.isEmpty()) {
      throw new DatabaseOpenException(
          "The audit trail is not in force: "
              + differences.stream()
                  .map(AuditDifference::toString)
                  .collect(Collectors.joining("; "))
              + ". Enable it with auditTrail(...).enable(), on a database that is opened without"
              + " auditTrail(...).",
          FailureContext.NONE,
          null);
    }
  }

  static List<AuditDifference> differences(
      OpenDatabase database, AuditTriggers triggers, List<AuditTriggers.Table> tables) {
    return database.read(
        connection -> {
          TransactionControl.execute(connection, REQUIRE_TABLE);
          return triggers.differences(connection, tables);
        });
  }
}
