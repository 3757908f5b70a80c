package dev.taskstore.codegen.lint;

import java.util.Set;
import liquibase.change.core.CreateViewChange;

/**
 * Finds Liquibase changes that rebuild tables on SQLite or do not work there. The names come from
 * running every change of liquibase-core 4.33.0: a change rebuilds the table if its SQL uses a
 * table {@code ..._temporary}.
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
  // Liquibase claims to support these, but they fail.
  private static final Set<String> FAILING = Set.of("dropAllForeignKeyConstraints", "renameView");

  /**
   * Returns whether Liquibase without an extension copies the table on SQLite; the statements are
   * not checked.
   */
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
    if (!visit.on(LintDatabase.SQLITE) || visit.makesEqual(change)) {
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

  /** Liquibase generates a DROP VIEW that fails if the view does not exist. */
  private static boolean replacesView(ChangeView change) {
    return change.change() instanceof CreateViewChange view
        && Boolean.TRUE.equals(view.getReplaceIfExists());
  }
}
