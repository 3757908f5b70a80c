package dev.taskstore.codegen.lint;

/** Finds the attribute checkConstraint of a column, which Liquibase ignores. */
final class ConstraintsAttributeCheck implements Check {

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    ColumnConfigs.forEachConstrained(
        change.change(),
        (column, constraints) -> {
          if (constraints.getCheckConstraint() != null) {
            visit.report(
                LintRule.IGNORED_CHECK,
                changeSet,
                column,
                "The check " + constraints.getCheckConstraint() + " is never created.");
          }
        });
  }
}
