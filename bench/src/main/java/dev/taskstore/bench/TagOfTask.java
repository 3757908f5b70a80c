package dev.taskstore.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of {@code tags} with the key of a task that has it. */
public record TagOfTask(
    UUID taskId, UUID id, String name, Instant createdAt, Instant updatedAt, long version) {

  /** Returns the tasks with their tags in the order of the rows. */
  public static List<Tagged<TaskRow>> tagged(List<TaskRow> tasks, List<TagOfTask> rows) {
    Map<UUID, List<TagRow>> tags = byTask(rows);
    return tasks.stream()
        .map(task -> new Tagged<>(task, tags.getOrDefault(task.id(), List.of())))
        .toList();
  }

  /** Returns the tags of each task that has any, in the order of the rows. */
  public static Map<UUID, List<TagRow>> byTask(List<TagOfTask> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                TagOfTask::taskId, Collectors.mapping(TagOfTask::tag, Collectors.toList())));
  }

  private TagRow tag() {
    return new TagRow(id, name, createdAt, updatedAt, version);
  }
}
