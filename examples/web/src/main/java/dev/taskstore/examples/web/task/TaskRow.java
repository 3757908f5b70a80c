package dev.taskstore.examples.web.task;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a list shows it.
 *
 * @param id the identifier
 * @param title the title
 * @param status the state
 * @param priority the priority
 * @param tags the names of the tags
 * @param due when it is due, or null
 * @param owner the name of the owner if it is somebody else, or null
 * @param assignee the name of the assignee, or null
 * @param mine whether the signed-in user owns the task
 * @param version the version
 */
public record TaskRow(
    UUID id,
    String title,
    TaskStatus status,
    TaskPriority priority,
    List<String> tags,
    @Nullable DueDay due,
    @Nullable String owner,
    @Nullable String assignee,
    boolean mine,
    long version) {

  /** Copies the tags. */
  public TaskRow {
    tags = List.copyOf(tags);
  }

  /**
   * Returns whether the task is completed.
   *
   * @return true if it is
   */
  public boolean completed() {
    return status == TaskStatus.COMPLETED;
  }

  /**
   * Returns the name of the state in URLs and style sheets.
   *
   * @return such as {@code in-progress}
   */
  public String statusName() {
    return UrlNames.of(status);
  }

  /**
   * Returns the name of the priority in URLs and style sheets.
   *
   * @return such as {@code high}
   */
  public String priorityName() {
    return UrlNames.of(priority);
  }
}
