package dev.taskstore.examples.console.plans;

import dev.taskstore.TaskStore;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A call of a repository with what is promised of its plan.
 *
 * @param title what it finds
 * @param call the call, as a program writes it
 * @param work makes the call
 * @param indexes the indexes and keys that it uses on every database
 * @param scans the tables that it may read from end to end
 * @param sorts whether it may sort, and what: empty when it may not
 * @param note what is to be known of it; may be empty
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

  /** The same, with leave to read tables from end to end. */
  Query scanning(String note, String... tables) {
    return new Query(title, call, work, indexes, Set.of(tables), sorts, note);
  }

  /** The same, with something to know of it. */
  Query noting(String text) {
    return new Query(title, call, work, indexes, scans, sorts, text);
  }

  /** The same, with leave to sort something that does not grow. */
  Query sorting(String what) {
    return new Query(title, call, work, indexes, scans, what, note);
  }
}
