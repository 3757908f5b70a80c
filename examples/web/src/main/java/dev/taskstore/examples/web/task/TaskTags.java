package dev.taskstore.examples.web.task;

import dev.taskstore.TaskTransaction;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Writes the tags of tasks. */
public final class TaskTags {

  private TaskTags() {}

  /**
   * Adds and removes those tags in which two sets differ, so that other changes of tags remain.
   *
   * @param transaction the transaction
   * @param id the task
   * @param before the names of the tags before the change
   * @param after the names of the tags after the change
   */
  public static void replace(
      TaskTransaction transaction, UUID id, Collection<String> before, Collection<String> after) {
    Set<String> added = new TreeSet<>(after);
    added.removeAll(before);
    if (!added.isEmpty()) {
      transaction.tags().attach(id, added.toArray(String[]::new));
    }
    Set<String> removed = new TreeSet<>(before);
    removed.removeAll(after);
    if (!removed.isEmpty()) {
      transaction.tags().detach(id, removed.toArray(String[]::new));
    }
  }
}
