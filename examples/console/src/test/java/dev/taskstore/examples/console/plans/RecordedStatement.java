package dev.taskstore.examples.console.plans;

import java.util.List;

/**
 * A statement that the library sent.
 *
 * @param sql its text
 * @param plan how the database goes about it, each line indented as deep as its step stands
 */
record RecordedStatement(String sql, List<String> plan) {

  /** Copies the list. */
  RecordedStatement {
    plan = List.copyOf(plan);
  }
}
