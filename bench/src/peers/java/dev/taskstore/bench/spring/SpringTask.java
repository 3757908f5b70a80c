package dev.taskstore.bench.spring;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.TaskRow;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A task as an aggregate. A task without a version is new. */
@Table("tasks")
public record SpringTask(
    @Id UUID id,
    UUID userId,
    String title,
    String description,
    TaskPriority priority,
    TaskStatus status,
    Instant createdAt,
    Instant updatedAt,
    @Version Long version,
    Instant dueAt,
    Instant completedAt) {

  static SpringTask of(TaskRow row, Long version) {
    return new SpringTask(
        row.id(),
        row.userId(),
        row.title(),
        row.description(),
        row.priority(),
        row.status(),
        row.createdAt(),
        row.updatedAt(),
        version,
        row.dueAt(),
        row.completedAt());
  }

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
