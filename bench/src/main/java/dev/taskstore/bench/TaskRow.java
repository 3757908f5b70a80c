package dev.taskstore.bench;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code tasks}, for the libraries that map to whatever class they are given. */
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

  /** The row of a draft, made now. */
  public static TaskRow of(Draft draft) {
    Instant now = Fresh.now();
    return new TaskRow(
        Fresh.id(),
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

  /** The row after a change of its title, made now. */
  public TaskRow retitled(String newTitle) {
    return new TaskRow(
        id,
        userId,
        newTitle,
        description,
        priority,
        status,
        createdAt,
        Fresh.now(),
        version + 1,
        dueAt,
        completedAt);
  }
}
