package dev.taskstore.examples.console.io;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A line of a todo.txt file.
 *
 * @param id the identifier of its task
 * @param username who owns it
 * @param title its text, projects and contexts included
 * @param priority its priority, or null when a completed line tells none
 * @param isCompleted whether it is marked with x
 * @param createdAt the beginning of its creation date in UTC, or of 1970 without one
 * @param completedOn its completion date, or null
 * @param dueOn its due date, or null
 * @param tags its projects and contexts, with their signs
 */
public record TodoItem(
    UUID id,
    String username,
    String title,
    TaskPriority priority,
    boolean isCompleted,
    Instant createdAt,
    LocalDate completedOn,
    LocalDate dueOn,
    Set<String> tags)
    implements ImportedTask {

  /** What is due on a day may be done until its last second. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /**
   * The last second of a day.
   *
   * @param day a day in UTC
   * @return an instant
   */
  public static Instant endOf(LocalDate day) {
    return day.atTime(END_OF_DAY).toInstant(ZoneOffset.UTC);
  }

  static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public String email() {
    return username + "@localhost";
  }

  private Instant completedAt() {
    boolean isSameDay = completedOn == null || completedOn.equals(dateOf(createdAt));
    return isSameDay ? createdAt : startOf(completedOn);
  }

  @Override
  public NewTask draft(UUID userId) {
    Instant completedAt = isCompleted ? completedAt() : null;
    return NewTask.of(userId, title)
        .id(id)
        .priority(Optional.ofNullable(priority).orElse(TaskPriority.MEDIUM))
        .status(isCompleted ? TaskStatus.COMPLETED : TaskStatus.PENDING)
        .createdAt(createdAt)
        .updatedAt(isCompleted ? completedAt : createdAt)
        .dueAt(dueOn == null ? null : endOf(dueOn))
        .completedAt(completedAt);
  }

  /**
   * The format knows days only, no description, no owner, and not whether an open task has been
   * begun.
   */
  @Override
  public Task applyTo(TaskDetails details, UUID userId) {
    Task stored = details.task();
    Task.Builder task = stored.with();
    if (!isTextOf(details)) {
      task.title(title);
    }
    if (priority != null) {
      task.priority(priority);
    }
    if (!Objects.equals(dueOn, stored.dueAt() == null ? null : dateOf(stored.dueAt()))) {
      task.dueAt(dueOn == null ? null : endOf(dueOn));
    }
    if (!isCompleted) {
      boolean wasCompleted = stored.status() == TaskStatus.COMPLETED;
      task.status(wasCompleted ? TaskStatus.PENDING : stored.status()).completedAt(null);
    } else if (stored.completedAt() == null
        || !dateOf(stored.completedAt()).equals(dateOf(completedAt()))) {
      task.status(TaskStatus.COMPLETED).completedAt(completedAt());
    }
    return task.build();
  }

  @Override
  public Set<String> tagsAfter(TaskDetails stored) {
    return isTextOf(stored) ? Set.copyOf(stored.tags()) : tags;
  }

  /** Tells whether the line is what would be written for a task. */
  private boolean isTextOf(TaskDetails stored) {
    return title.equals(TodoTxt.textOf(stored));
  }
}
