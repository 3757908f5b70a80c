package dev.taskstore.examples.web.api;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskWithTags;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in a response.
 *
 * @param id the identifier
 * @param ownerId the user who owns it
 * @param assigneeId the user to whom it is assigned, or null
 * @param title the title
 * @param description the text, or null
 * @param status such as {@code in_progress}
 * @param priority such as {@code high}
 * @param dueAt when it is due, or null
 * @param completedAt when it was completed, or null
 * @param createdAt when it was created
 * @param updatedAt when it was changed
 * @param tags the names of the tags, sorted
 * @param version the version for {@code If-Match}
 */
record ApiTask(
    UUID id,
    UUID ownerId,
    @Nullable UUID assigneeId,
    String title,
    @Nullable String description,
    String status,
    String priority,
    @Nullable Instant dueAt,
    @Nullable Instant completedAt,
    Instant createdAt,
    Instant updatedAt,
    List<String> tags,
    long version) {

  ApiTask {
    tags = List.copyOf(tags);
  }

  static List<ApiTask> of(TaskSession session, Collection<Task> tasks) {
    return session.tasks().withTags(tasks).stream().map(ApiTask::of).toList();
  }

  static ApiTask of(TaskSession session, Task task) {
    return of(session, List.of(task)).get(0);
  }

  private static ApiTask of(TaskWithTags found) {
    Task task = found.task();
    return new ApiTask(
        task.id(),
        task.userId(),
        task.assigneeId(),
        task.title(),
        task.description(),
        task.status().literal(),
        task.priority().literal(),
        task.dueAt(),
        task.completedAt(),
        task.createdAt(),
        task.updatedAt(),
        found.tags().stream().map(Tag::name).sorted().toList(),
        task.version());
  }
}
