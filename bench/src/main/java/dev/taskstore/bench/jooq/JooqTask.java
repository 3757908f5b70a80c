package dev.taskstore.bench.jooq;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.TaskRow;
import java.time.Instant;
import java.util.UUID;

/** All columns of {@code tasks}, as jOOQ's generator makes a record of a table. */
record JooqTask(
    UUID id,
    UUID userId,
    String title,
    String description,
    TaskPriority priority,
    TaskStatus status,
    Instant createdAt,
    Instant updatedAt,
    Long version,
    Instant dueAt,
    Instant completedAt,
    UUID assigneeId) {

  /** Creates the row of a draft, with the current time. */
  static JooqTask of(Draft draft) {
    TaskRow row = TaskRow.of(draft);
    return new JooqTask(
        row.id(),
        row.userId(),
        row.title(),
        row.description(),
        row.priority(),
        row.status(),
        row.createdAt(),
        row.updatedAt(),
        row.version(),
        row.dueAt(),
        row.completedAt(),
        null);
  }

  /** Returns the columns that all workloads compare. */
  TaskRow row() {
    return new TaskRow(
        id,
        userId,
        title,
        description,
        priority,
        status,
        createdAt,
        updatedAt,
        version,
        dueAt,
        completedAt);
  }
}
