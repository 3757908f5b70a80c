package dev.taskstore.differential.model;

import dev.taskstore.Task;
import dev.taskstore.User;
import java.util.UUID;

/**
 * The rows that a principal sees: the one rule of ownership in this model. Links are seen with
 * their task; tags belong to everybody.
 *
 * @param principal the user of a scope
 */
public record Visibility(UUID principal) {

  /** Returns whether the principal sees a user. */
  public boolean permits(User user) {
    return permitsUser(user.id());
  }

  /** Returns whether the principal sees a task. */
  public boolean permits(Task task) {
    return permitsUser(task.userId());
  }

  /** Returns whether the principal sees a user with this identifier, if there is one. */
  public boolean permitsUser(UUID id) {
    return id.equals(principal);
  }
}
