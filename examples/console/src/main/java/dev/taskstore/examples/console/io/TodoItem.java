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
 * A line in a todo.txt file.
 *
 * @param id the ID of the task
 * @param username the name of the owner
 * @param title the text, including projects and contexts
 * @param priority the priority, or null for a completed line without {@code pri:}
 * @param isCompleted whether the line begins with {@code x}
 * @param createdAt the start of the creation date in UTC, or of 1970 if there is none
 * @param completedOn the completion date, or null
 * @param dueOn the due date, or null
 * @param tags the projects and contexts, including {@code +} and {@code @}
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

  /** A task that is due on a day may be completed until the last second of that day. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /**
   * Returns the last second of a day.
   *
   * @param day the day in UTC
   * @return the instant
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
   * Keeps the times of day, the description, the owner and the in-progress status, which the format
   * cannot express.
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

  /** Returns whether the exported text of a stored task equals this line. */
  private boolean isTextOf(TaskDetails stored) {
    return title.equals(TodoTxt.textOf(stored));
  }
}
