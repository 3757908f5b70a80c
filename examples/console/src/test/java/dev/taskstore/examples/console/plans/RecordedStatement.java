package dev.taskstore.examples.console.plans;

import java.util.List;

/**
 * A statement that the library executed.
 *
 * @param sql the text
 * @param plan the execution plan; the indentation of a line shows its depth
 */
record RecordedStatement(String sql, List<String> plan) {

  /** Copies the list. */
  RecordedStatement {
    plan = List.copyOf(plan);
  }
}
