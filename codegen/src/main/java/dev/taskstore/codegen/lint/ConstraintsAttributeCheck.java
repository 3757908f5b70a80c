package dev.taskstore.codegen.lint;

/** The attribute checkConstraint of a column, which has no effect. */
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
                "The check " + constraints.getCheckConstraint() + " is never made.");
          }
        });
  }
}
