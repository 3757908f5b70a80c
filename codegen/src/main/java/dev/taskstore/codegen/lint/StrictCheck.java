package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.Statement;
import java.util.regex.Pattern;

/** Finds SQLite tables that are not STRICT. */
final class StrictCheck implements Check {

  private static final Pattern TEMPORARY =
      Pattern.compile("CREATE\\s+TEMP(ORARY)?\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    if (!visit.makesEqual(change)) {
      change.statements().forEach(statement -> look(visit, changeSet, statement));
    }
  }

  private static void look(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (visit.on(LintDatabase.SQLITE)
        && statement instanceof CreateTable table
        && !table.options().contains("STRICT")
        && !TEMPORARY.matcher(table.text()).matches()) {
      visit.report(
          LintRule.SQLITE_NOT_STRICT,
          changeSet,
          table.table(),
          "The table is not STRICT on SQLite.");
    }
  }
}
