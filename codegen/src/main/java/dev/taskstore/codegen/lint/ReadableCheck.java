package dev.taskstore.codegen.lint;

/** Changes whose file is not there or cannot be read. */
final class ReadableCheck implements Check {

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    change
        .failure()
        .ifPresent(failure -> visit.report(LintRule.UNREADABLE, changeSet, change.name(), failure));
  }
}
