package dev.taskstore.examples.console.io;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An issue or pull request of GitHub.
 *
 * @param id the identifier of its task
 * @param username the login of its author
 * @param title its title
 * @param body its text, or null
 * @param createdAt when it was opened
 * @param updatedAt when it was last changed
 * @param closedAt when it was closed, or null while it is open
 * @param tags the names of its labels
 */
public record GitHubIssue(
    UUID id,
    String username,
    String title,
    String body,
    Instant createdAt,
    Instant updatedAt,
    Instant closedAt,
    Set<String> tags)
    implements ImportedTask {

  @Override
  public String email() {
    return username + "@users.noreply.github.com";
  }

  @Override
  public NewTask draft(UUID userId) {
    return NewTask.of(userId, title)
        .id(id)
        .description(body)
        .status(closedAt == null ? TaskStatus.PENDING : TaskStatus.COMPLETED)
        .createdAt(createdAt)
        .updatedAt(updatedAt)
        .completedAt(closedAt);
  }

  /** Priority, due time and whether an open task has been begun are unknown to GitHub. */
  @Override
  public Task applyTo(TaskDetails stored, UUID userId) {
    return stored
        .task()
        .with()
        .userId(userId)
        .title(title)
        .description(body)
        .status(statusAfter(stored.task().status()))
        .completedAt(closedAt)
        .build();
  }

  private TaskStatus statusAfter(TaskStatus stored) {
    if (closedAt != null) {
      return TaskStatus.COMPLETED;
    }
    return stored == TaskStatus.IN_PROGRESS ? TaskStatus.IN_PROGRESS : TaskStatus.PENDING;
  }
}
