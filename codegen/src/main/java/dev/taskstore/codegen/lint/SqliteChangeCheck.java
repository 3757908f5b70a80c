package dev.taskstore.codegen.lint;

import java.util.Set;
import liquibase.change.core.CreateViewChange;

/**
 * Liquibase changes that rebuild SQLite's tables, and those that do not work there. Which rebuild
 * was found by running each on liquibase-core 4.33.0: the names are those whose SQL there goes
 * through a table {@code ..._temporary}.
 */
final class SqliteChangeCheck implements Check {

  private static final Set<String> REBUILDING =
      Set.of(
          "addAutoIncrement",
          "addColumn",
          "addDefaultValue",
          "dropColumn",
          "dropPrimaryKey",
          "mergeColumns");
  // Liquibase says that it supports these, and then fails.
  private static final Set<String> FAILING = Set.of("dropAllForeignKeyConstraints", "renameView");

  /** Whether Liquibase copies the table on SQLite, through statements that are none to look at. */
  static boolean rebuilds(String change) {
    return REBUILDING.contains(change);
  }

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    look(visit, changeSet, change, "");
  }

  @Override
  public void rollback(Visit visit, ChangeSetView changeSet, ChangeView change) {
    look(visit, changeSet, change, "rollback: ");
  }

  private static void look(Visit visit, ChangeSetView changeSet, ChangeView change, String prefix) {
    if (!visit.on(LintDatabase.SQLITE)) {
      return;
    }
    String object = prefix + ChangeObject.of(change);
    if (rebuilds(change.name())) {
      visit.report(
          LintRule.SQLITE_REBUILD,
          changeSet,
          object,
          "The change " + change.name() + " rebuilds the table on SQLite.");
    } else if (!change.supported() || FAILING.contains(change.name()) || replacesView(change)) {
      visit.report(
          LintRule.SQLITE_UNSUPPORTED,
          changeSet,
          object,
          "The change " + change.name() + " does not work on SQLite.");
    }
  }

  /** It becomes a DROP VIEW that fails when the view is not there yet. */
  private static boolean replacesView(ChangeView change) {
    return change.change() instanceof CreateViewChange view
        && Boolean.TRUE.equals(view.getReplaceIfExists());
  }
}
