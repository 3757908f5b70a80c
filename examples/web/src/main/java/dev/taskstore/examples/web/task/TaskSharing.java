package dev.taskstore.examples.web.task;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserName;
import dev.taskstore.db.PageRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who sees a task. A scope shows no other users, so this reads their names without one; callers
 * pass a task that the signed-in user sees. Thread-safe.
 */
@Component
public class TaskSharing {

  private static final int MAXIMUM_SHOWN = 200;

  private final TaskStore store;

  TaskSharing(TaskStore store) {
    this.store = store;
  }

  /**
   * Returns the collaborators of a task.
   *
   * @param taskId the task
   * @return the first 200, by name
   */
  public List<UserName> collaborators(UUID taskId) {
    return store.users().findByTask(taskId, PageRequest.first(MAXIMUM_SHOWN)).items().stream()
        .map(user -> new UserName(user.id(), user.username()))
        .sorted((one, other) -> one.username().compareTo(other.username()))
        .toList();
  }

  /**
   * Returns the users who see a task.
   *
   * @param task the task
   * @return its owner, assignee and collaborators
   */
  public Set<UUID> audience(Task task) {
    Set<UUID> users = new LinkedHashSet<>();
    users.add(task.userId());
    if (task.assigneeId() != null) {
      users.add(task.assigneeId());
    }
    store
        .users()
        .findByTask(task.id(), PageRequest.first(PageRequest.MAXIMUM_SIZE))
        .items()
        .stream()
        .map(User::id)
        .forEach(users::add);
    return users;
  }
}
