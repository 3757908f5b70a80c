package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredTable;

/** Tables and columns without a comment. SQLite has none, so PostgreSQL's view counts. */
final class RemarksCheck implements Check {

  @Override
  public void end(Visit visit) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    for (DeclaredTable table : visit.tables()) {
      if (table.comment().isEmpty()) {
        visit.report(
            LintRule.MISSING_REMARKS,
            table.createdBy().orElseThrow(),
            table.name(),
            "The table has no remarks.");
      }
      for (DeclaredColumn column : table.columns()) {
        if (column.comment().isEmpty()) {
          visit.report(
              LintRule.MISSING_REMARKS,
              column.declaredBy(),
              table.name() + "." + column.name(),
              "The column has no remarks.");
        }
      }
    }
  }
}
