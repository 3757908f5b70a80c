package dev.taskstore.examples.formats;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A GitHub issue or pull request.
 *
 * @param id the ID of the task
 * @param username the login of the author
 * @param title the title
 * @param body the text, or null
 * @param createdAt the time when it was opened
 * @param updatedAt the time of its last change
 * @param closedAt the time when it was closed, or null if it is open
 * @param tags the names of the labels
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

  /**
   * Keeps the priority, the due time and the in-progress status, which GitHub issues do not have.
   */
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
