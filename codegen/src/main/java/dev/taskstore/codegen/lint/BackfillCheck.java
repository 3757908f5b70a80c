package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.OtherStatement;
import dev.taskstore.codegen.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** Finds rows that are changed while the transaction holds the lock of an ALTER TABLE. */
final class BackfillCheck implements Check {

  private static final Set<String> STATEMENTS = Set.of("UPDATE", "DELETE", "MERGE");
  private static final Set<String> CHANGES = Set.of("update", "delete", "loadUpdateData");

  @Override
  public void changeSet(Visit visit, ChangeSetView changeSet) {
    if (!visit.on(LintDatabase.POSTGRESQL) || !changeSet.transactional()) {
      return;
    }
    Optional<String> locked = Optional.empty();
    for (ChangeView change : changeSet.changes()) {
      if (CHANGES.contains(change.name())) {
        report(visit, changeSet, locked, change.name());
        continue;
      }
      for (Statement statement : change.statements()) {
        if (statement instanceof AlterTable altered
            && visit.mayHaveRows(changeSet, altered.table())) {
          locked = Optional.of(altered.table());
        } else if (statement instanceof OtherStatement other
            && STATEMENTS.contains(other.keyword())) {
          report(visit, changeSet, locked, other.keyword());
        }
      }
    }
  }

  private static void report(
      Visit visit, ChangeSetView changeSet, Optional<String> locked, String what) {
    locked.ifPresent(
        table ->
            visit.report(
                LintRule.BACKFILL_LOCKS_TABLE,
                changeSet,
                table,
                "The " + what + " runs after an ALTER TABLE in the same transaction."));
  }
}
