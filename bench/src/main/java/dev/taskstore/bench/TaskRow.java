package dev.taskstore.bench;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code tasks} for libraries that map rows to arbitrary classes. */
public record TaskRow(
    UUID id,
    UUID userId,
    String title,
    String description,
    TaskPriority priority,
    TaskStatus status,
    Instant createdAt,
    Instant updatedAt,
    long version,
    Instant dueAt,
    Instant completedAt) {

  /** Creates the row of a draft, with the current time. */
  public static TaskRow of(Draft draft) {
    Instant now = NewRowValues.now();
    return new TaskRow(
        NewRowValues.id(),
        draft.userId(),
        draft.title(),
        draft.description(),
        draft.priority(),
        draft.status(),
        now,
        now,
        0,
        draft.dueAt(),
        draft.status() == TaskStatus.COMPLETED ? now : null);
  }

  /** Returns the row with a new title, the current time and the next version. */
  public TaskRow retitled(String newTitle) {
    return new TaskRow(
        id,
        userId,
        newTitle,
        description,
        priority,
        status,
        createdAt,
        NewRowValues.now(),
        version + 1,
        dueAt,
        completedAt);
  }
}
