package dev.taskstore.examples.web.task;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.web.account.UserDirectory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds to tasks what a list shows of them: tags, names, due days. Thread-safe. */
@Component
class TaskRows {

  private final UserDirectory directory;
  private final Clock clock;

  TaskRows(UserDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  List<TaskRow> of(TaskScope scope, UUID userId, List<Task> tasks, ZoneId zone) {
    Map<UUID, String> names = names(userId, tasks);
    return scope.tasks().withTags(tasks).stream()
        .map(task -> row(task, userId, names, zone))
        .toList();
  }

  private Map<UUID, String> names(UUID userId, List<Task> tasks) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (Task task : tasks) {
      if (!task.userId().equals(userId)) {
        ids.add(task.userId());
      }
      if (task.assigneeId() != null) {
        ids.add(task.assigneeId());
      }
    }
    return ids.isEmpty() ? Map.of() : directory.names(ids);
  }

  private TaskRow row(TaskWithTags found, UUID userId, Map<UUID, String> names, ZoneId zone) {
    Task task = found.task();
    boolean mine = task.userId().equals(userId);
    return new TaskRow(
        task.id(),
        task.title(),
        task.status(),
        task.priority(),
        found.tags().stream().map(Tag::name).toList(),
        DueDay.of(task.dueAt(), task.status() == TaskStatus.COMPLETED, clock, zone),
        mine ? null : names.get(task.userId()),
        task.assigneeId() == null ? null : names.get(task.assigneeId()),
        mine,
        task.version());
  }
}
