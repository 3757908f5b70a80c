package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.DropObject;
import dev.taskstore.codegen.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds indexes that block writers while PostgreSQL builds them. */
final class IndexLockCheck implements Check {

  private static final Set<Kind> WITH_INDEX =
      EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUDE);

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    if (statement instanceof CreateIndex index) {
      look(visit, changeSet, index);
    } else if (statement instanceof DropObject dropped && dropped.concurrently()) {
      requireNoTransaction(visit, changeSet, String.join(", ", dropped.names()));
    } else if (statement instanceof AlterTable altered
        && visit.mayHaveRows(changeSet, altered.table())) {
      for (AlterTable.Action action : altered.actions()) {
        added(action).stream()
            .filter(constraint -> WITH_INDEX.contains(constraint.kind()))
            .filter(constraint -> constraint.usingIndex().isEmpty())
            .forEach(
                constraint ->
                    report(
                        visit,
                        changeSet,
                        constraint.name().orElseGet(() -> Naming.of(constraint)),
                        altered.table()));
      }
    }
  }

  @Override
  public void rollback(Visit visit, ChangeSetView changeSet, ChangeView change) {
    for (Statement statement : change.statements()) {
      if (visit.on(LintDatabase.POSTGRESQL)
          && statement instanceof DropObject dropped
          && dropped.concurrently()) {
        requireNoTransaction(visit, changeSet, String.join(", ", dropped.names()));
      }
    }
  }

  private static List<ConstraintDefinition> added(AlterTable.Action action) {
    if (action instanceof AlterTable.AddConstraint added) {
      return List.of(added.constraint());
    }
    return action instanceof AlterTable.AddColumn added ? added.column().constraints() : List.of();
  }

  private static void look(Visit visit, ChangeSetView changeSet, CreateIndex index) {
    String name = index.index().orElse("an index of " + index.table());
    if (index.concurrently()) {
      requireNoTransaction(visit, changeSet, name);
    } else if (visit.mayHaveRows(changeSet, index.table())) {
      report(visit, changeSet, name, index.table());
    }
  }

  private static void report(Visit visit, ChangeSetView changeSet, String object, String table) {
    visit.report(
        LintRule.INDEX_LOCKS_TABLE,
        changeSet,
        object,
        "Building the index locks the table " + table + ", which this file does not create.");
  }

  private static void requireNoTransaction(Visit visit, ChangeSetView changeSet, String name) {
    if (changeSet.transactional()) {
      visit.report(
          LintRule.CONCURRENTLY_IN_TRANSACTION,
          changeSet,
          name,
          "The changeset runs in a transaction.");
    }
  }
}
