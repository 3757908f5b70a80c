package dev.taskstore.codegen.lint;

import java.util.List;

/** Finds changesets that cannot be rolled back. */
final class RollbackCheck implements Check {

  @Override
  public void changeSet(Visit visit, ChangeSetView changeSet) {
    List<String> irreversible =
        changeSet.changes().stream()
            .filter(change -> !change.reversible())
            .map(ChangeView::name)
            .distinct()
            .toList();
    if (!irreversible.isEmpty() && changeSet.rollback().isEmpty()) {
      visit.report(
          LintRule.MISSING_ROLLBACK,
          changeSet,
          String.join(", ", irreversible),
          "The changeset has no rollback, and Liquibase cannot generate one.");
    }
  }
}
