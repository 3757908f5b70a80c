package dev.taskstore.differential.model;

import dev.taskstore.Task;
import dev.taskstore.User;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a principal sees: the one rule of ownership in this model. A task is visible to its
 * owner, its assignee and its collaborators. Links to tags and shares are seen with their task;
 * tags belong to everybody.
 *
 * @param principal the principal of a scope
 * @param sharedTasks the tasks of which the principal is a collaborator
 */
public record Visibility(Principal principal, Set<UUID> sharedTasks) {

  /** Copies the tasks. */
  public Visibility {
    sharedTasks = Set.copyOf(sharedTasks);
  }

  /** Returns whether some rows may be hidden or must not be written. */
  public boolean isLimited() {
    return principal.isLimited();
  }

  /** Returns whether the principal sees a user. */
  public boolean permits(User user) {
    return permitsUser(user.id());
  }

  /** Returns whether the principal sees a task. */
  public boolean permits(Task task) {
    return owns(task) || is(task.assigneeId()) || sharedTasks.contains(task.id());
  }

  /** Returns whether the principal sees a user with this identifier, if there is one. */
  public boolean permitsUser(UUID id) {
    return !isLimited() || is(id);
  }

  /**
   * Returns whether the principal may do everything with a task. Others who see it must not delete,
   * give, assign or share it.
   */
  public boolean owns(Task task) {
    return !isLimited() || is(task.userId());
  }

  private boolean is(@Nullable UUID id) {
    return principal.user() != null && principal.user().equals(id);
  }
}
