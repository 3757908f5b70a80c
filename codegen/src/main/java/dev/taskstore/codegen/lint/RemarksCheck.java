package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredTable;

/** Finds tables and columns without a comment on PostgreSQL; SQLite does not support comments. */
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
