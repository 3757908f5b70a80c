package dev.taskstore.examples.console.picture;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.examples.formats.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A small team with the same tasks, identifiers and times in every run. */
final class SampleTasks {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final TaskStore store;
  private int tasks;

  private SampleTasks(TaskStore store) {
    this.store = store;
  }

  static void insert(TaskStore store) {
    SampleTasks sample = new SampleTasks(store);
    UUID ada = sample.user("ada");
    UUID grace = sample.user("grace");
    UUID alan = sample.user("alan");
    sample.task(ada, "Sketch the data model", TaskPriority.HIGH, TaskStatus.COMPLETED, 0, "design");
    sample.task(grace, "Set up the build", TaskPriority.MEDIUM, TaskStatus.COMPLETED, 0);
    sample.task(grace, "Import the old issues", TaskPriority.LOW, TaskStatus.COMPLETED, 0);
    sample.task(alan, "Measure the queries", TaskPriority.MEDIUM, TaskStatus.COMPLETED, 0);
    sample.task(ada, "Add an index for tags", TaskPriority.MEDIUM, TaskStatus.COMPLETED, 0);
    sample.task(ada, "Review the changelog", TaskPriority.HIGH, TaskStatus.COMPLETED, 7, "release");
    sample.task(grace, "Test on PostgreSQL 17", TaskPriority.HIGH, TaskStatus.IN_PROGRESS, 7);
    sample.task(alan, "Write the guide", TaskPriority.MEDIUM, TaskStatus.PENDING, 14, "docs");
    sample.task(ada, "Ship 1.0", TaskPriority.HIGH, TaskStatus.PENDING, 21, "release", "urgent");
    sample.task(ada, "Water the plants", TaskPriority.LOW, TaskStatus.PENDING, 0);
  }

  private UUID user(String name) {
    UUID id = DerivedId.of(START, name);
    store
        .users()
        .insert(
            NewUser.of(name, name + "@example.com", PasswordHash.locked()).id(id).createdAt(START));
    return id;
  }

  private void task(
      UUID owner,
      String title,
      TaskPriority priority,
      TaskStatus status,
      int daysUntilDue,
      String... tags) {
    Instant createdAt = START.plus(Duration.ofHours(7L * tasks++));
    UUID id = DerivedId.of(createdAt, title);
    store
        .tasks()
        .insert(
            NewTask.of(owner, title)
                .id(id)
                .priority(priority)
                .status(status)
                .createdAt(createdAt)
                .updatedAt(createdAt)
                .dueAt(daysUntilDue == 0 ? null : createdAt.plus(Duration.ofDays(daysUntilDue)))
                .completedAt(status == TaskStatus.COMPLETED ? createdAt : null));
    store.tags().attach(id, tags);
  }
}
