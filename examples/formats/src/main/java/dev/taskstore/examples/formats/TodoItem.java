package dev.taskstore.examples.formats;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A line in a todo.txt file.
 *
 * @param id the ID of the task
 * @param username the name of the owner
 * @param text the text, including projects and contexts, without keywords
 * @param title the text; without tags at its end if it is too long for a title
 * @param priority the priority, or null for a completed line without one
 * @param createdAt the start of the creation date, or the time of the import if there is none
 * @param completedAt the completion time, or null if the line does not begin with {@code x}
 * @param completedOn the completion date, or null if there is none
 * @param dueOn the due date, or null
 * @param tags the projects and contexts, including {@code +} and {@code @}
 * @param zone the time zone of the dates
 */
public record TodoItem(
    UUID id,
    String username,
    String text,
    String title,
    TaskPriority priority,
    Instant createdAt,
    Instant completedAt,
    LocalDate completedOn,
    LocalDate dueOn,
    Set<String> tags,
    ZoneId zone)
    implements ImportedTask {

  /** A task that is due on a day may be completed until the last second of that day. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /**
   * Returns the last second of a day.
   *
   * @param day the day
   * @param zone the time zone of the day
   * @return the instant
   */
  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.atTime(END_OF_DAY).atZone(zone).toInstant();
  }

  /**
   * Returns whether the line begins with {@code x}.
   *
   * @return true if the task is completed
   */
  public boolean isCompleted() {
    return completedAt != null;
  }

  @Override
  public String email() {
    return username + "@localhost";
  }

  @Override
  public NewTask draft(UUID userId) {
    return NewTask.of(userId, title)
        .id(id)
        .priority(Optional.ofNullable(priority).orElse(TaskPriority.MEDIUM))
        .status(isCompleted() ? TaskStatus.COMPLETED : TaskStatus.PENDING)
        .createdAt(createdAt)
        .updatedAt(isCompleted() ? completedAt : createdAt)
        .dueAt(dueOn == null ? null : endOf(dueOn, zone))
        .completedAt(completedAt);
  }

  /**
   * Keeps the times of day, the description, the owner and the in-progress status, which the format
   * cannot express, and the creation time.
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
    if (!Objects.equals(dueOn, dateOf(stored.dueAt()))) {
      task.dueAt(dueOn == null ? null : endOf(dueOn, zone));
    }
    boolean wasCompleted = stored.status() == TaskStatus.COMPLETED;
    if (!isCompleted()) {
      task.status(wasCompleted ? TaskStatus.PENDING : stored.status()).completedAt(null);
    } else if (!wasCompleted
        || (completedOn != null && !completedOn.equals(dateOf(stored.completedAt())))) {
      task.status(TaskStatus.COMPLETED).completedAt(completedAt);
    }
    return task.build();
  }

  private LocalDate dateOf(Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, zone);
  }

  @Override
  public Set<String> tagsAfter(TaskDetails stored) {
    return isTextOf(stored) ? Set.copyOf(stored.tags()) : tags;
  }

  /** Returns whether the exported text of a stored task equals this line. */
  private boolean isTextOf(TaskDetails stored) {
    return text.equals(TodoTxt.textOf(stored));
  }
}
