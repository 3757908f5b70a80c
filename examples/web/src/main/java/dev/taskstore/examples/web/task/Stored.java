package dev.taskstore.examples.web.task;

import dev.taskstore.Task;
import dev.taskstore.UserName;
import java.util.List;

/**
 * A stored task as its form shows it.
 *
 * @param task the task
 * @param version the version that the form saves over
 * @param values the values that the form compares with
 * @param mine whether the signed-in user owns the task
 * @param owner the name of the owner
 * @param collaborators those with whom the owner shares the task
 */
public record Stored(
    Task task,
    long version,
    TaskValues values,
    boolean mine,
    String owner,
    List<UserName> collaborators) {

  /** Copies the collaborators. */
  public Stored {
    collaborators = List.copyOf(collaborators);
  }

  /** Returns a copy for a form that shows an older version. */
  Stored as(long shownVersion, TaskValues shown) {
    return new Stored(task, shownVersion, shown, mine, owner, collaborators);
  }
}
