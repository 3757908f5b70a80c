package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.Statement;
import dev.taskstore.codegen.sql.WrittenNames;
import java.util.Locale;

/** Finds names that databases shorten or change to lower case. */
final class SpellingCheck implements Check {

  /** PostgreSQL's limit. */
  private static final int MAXIMUM_BYTES = 63;

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    for (String name : WrittenNames.longerThan(statement, MAXIMUM_BYTES)) {
      visit.report(
          LintRule.LONG_NAME,
          changeSet,
          name,
          "The name has more than " + MAXIMUM_BYTES + " bytes.");
    }
    for (String name : WrittenNames.unquotedWithCapitals(statement)) {
      if (!isGenerated(name, statement)) {
        visit.report(
            LintRule.MIXED_CASE_NAME,
            changeSet,
            name,
            "The name has capital letters and no quotes.");
      }
    }
  }

  /** Liquibase names a primary key on SQLite if the changelog does not. */
  private static boolean isGenerated(String name, Statement statement) {
    return statement instanceof CreateTable table
        && name.equals("PK_" + table.table().toUpperCase(Locale.ROOT));
  }
}
