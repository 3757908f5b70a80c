package dev.taskstore.codegen.lint;

/** Tables and columns without a comment. SQLite has none, so PostgreSQL's view counts. */
final class RemarksCheck implements Check {

  @Override
  public void end(Visit visit) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    for (TableState table : visit.tables()) {
      if (!table.remarks) {
        visit.report(
            LintRule.MISSING_REMARKS, table.addedBy, table.name, "The table has no remarks.");
      }
      for (ColumnState column : table.columns()) {
        if (!column.remarks) {
          visit.report(
              LintRule.MISSING_REMARKS,
              column.addedBy,
              table.name + "." + column.name,
              "The column has no remarks.");
        }
      }
    }
  }
}
