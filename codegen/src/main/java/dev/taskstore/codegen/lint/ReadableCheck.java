package dev.taskstore.codegen.lint;

/** Finds changes whose file is missing or cannot be read. */
final class ReadableCheck implements Check {

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    change
        .failure()
        .ifPresent(failure -> visit.report(LintRule.UNREADABLE, changeSet, change.name(), failure));
  }
}
