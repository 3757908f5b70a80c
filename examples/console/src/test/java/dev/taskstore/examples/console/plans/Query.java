package dev.taskstore.examples.console.plans;

import dev.taskstore.TaskStore;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A repository call with the expected properties of its execution plan.
 *
 * @param title the heading
 * @param call the call as Java source
 * @param work makes the call
 * @param indexes the indexes and keys that the plan uses on every database
 * @param scans the tables that the plan may scan
 * @param sorts what the plan may sort; empty if it must not sort
 * @param note a note for the document; may be empty
 */
record Query(
    String title,
    String call,
    Consumer<TaskStore> work,
    List<String> indexes,
    Set<String> scans,
    String sorts,
    String note) {

  /** Copies the collections. */
  Query {
    indexes = List.copyOf(indexes);
    scans = Set.copyOf(scans);
  }

  static Query of(String title, String call, Consumer<TaskStore> work, String... indexes) {
    return new Query(title, call, work, List.of(indexes), Set.of(), "", "");
  }

  /** Returns a copy that allows scans of the given tables. */
  Query scanning(String note, String... tables) {
    return new Query(title, call, work, indexes, Set.of(tables), sorts, note);
  }

  /** Returns a copy with a note. */
  Query noting(String text) {
    return new Query(title, call, work, indexes, scans, sorts, text);
  }

  /** Returns a copy that allows sorting something of bounded size. */
  Query sorting(String what) {
    return new Query(title, call, work, indexes, scans, what, note);
  }
}
