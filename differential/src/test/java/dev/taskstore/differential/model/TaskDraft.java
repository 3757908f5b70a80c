package dev.taskstore.differential.model;

import dev.taskstore.NewTask;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a new task. Unlike the library's draft, it can contain invalid values. */
public record TaskDraft(
    @Nullable UUID id,
    @Nullable UUID userId,
    @Nullable String title,
    @Nullable String description,
    @Nullable TaskPriority priority,
    @Nullable TaskStatus status,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant dueAt,
    @Nullable Instant completedAt,
    @Nullable UUID assigneeId) {

  /** Returns the library's draft with these values. */
  public NewTask toLibrary() {
    return new NewTask(
        id,
        userId,
        title,
        description,
        priority,
        status,
        createdAt,
        updatedAt,
        dueAt,
        completedAt,
        assigneeId);
  }
}
