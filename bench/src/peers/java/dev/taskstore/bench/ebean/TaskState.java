package dev.taskstore.bench.ebean;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.TaskRow;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The columns of a task. */
@MappedSuperclass
public abstract class TaskState {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private String title;
  private String description;
  private TaskPriority priority;
  private TaskStatus status;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "completed_at")
  private Instant completedAt;

  /** Used by Ebean. */
  protected TaskState() {}

  TaskState(TaskRow row) {
    id = row.id();
    userId = row.userId();
    title = row.title();
    description = row.description();
    priority = row.priority();
    status = row.status();
    createdAt = row.createdAt();
    updatedAt = row.updatedAt();
    version = row.version();
    dueAt = row.dueAt();
    completedAt = row.completedAt();
  }

  UUID id() {
    return id;
  }

  String title() {
    return title;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  void retitle(String newTitle, Instant now) {
    title = newTitle;
    updatedAt = now;
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
