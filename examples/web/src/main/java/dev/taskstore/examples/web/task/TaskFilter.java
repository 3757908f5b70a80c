package dev.taskstore.examples.web.task;

import dev.taskstore.TaskPriority;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list contains, and in which order. All conditions apply together. The names of the
 * components are those of the parameters in the URL.
 *
 * @param status the states
 * @param priority the priority, or null for all
 * @param tag the name of a tag, or null for all
 * @param assignee the name of the assignee, {@link #ME}, {@link #NOBODY}, or null for all
 * @param due the due time, or null for all
 * @param text a text in the title or the description, or null for all
 * @param sort the order
 */
public record TaskFilter(
    StatusFilter status,
    @Nullable TaskPriority priority,
    @Nullable String tag,
    @Nullable String assignee,
    @Nullable DueFilter due,
    @Nullable String text,
    TaskSort sort) {

  /** The signed-in user as the assignee. Names of users do not contain {@code @} here. */
  public static final String ME = "@me";

  /** Tasks without an assignee. */
  public static final String NOBODY = "@nobody";

  /** Open tasks, newest first. */
  public static final TaskFilter DEFAULT = new TaskFilter(null, null, null, null, null, null, null);

  /** Replaces blank texts and missing values, which an empty field of a form sends. */
  @SuppressWarnings("NullAway") // the parameters of a request may be missing
  public TaskFilter(
      @Nullable StatusFilter status,
      @Nullable TaskPriority priority,
      @Nullable String tag,
      @Nullable String assignee,
      @Nullable DueFilter due,
      @Nullable String text,
      @Nullable TaskSort sort) {
    this.status = Objects.requireNonNullElse(status, StatusFilter.OPEN);
    this.priority = priority;
    this.tag = blankToNull(tag);
    this.assignee = blankToNull(assignee);
    this.due = due;
    this.text = blankToNull(text);
    this.sort = Objects.requireNonNullElse(sort, TaskSort.NEWEST);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Returns this filter with other states.
   *
   * @param other the states
   * @return the filter
   */
  public TaskFilter withStatus(StatusFilter other) {
    return new TaskFilter(other, priority, tag, assignee, due, text, sort);
  }

  /**
   * Returns whether any condition besides the default ones applies.
   *
   * @return false if the list contains all open tasks
   */
  public boolean narrows() {
    return !equals(new TaskFilter(null, null, null, null, null, null, sort));
  }

  /**
   * Returns the parameters of a URL, without default values.
   *
   * @return the value of each parameter by its name, in their order
   */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "status", status == StatusFilter.OPEN ? null : UrlNames.of(status));
    put(parameters, "priority", priority == null ? null : UrlNames.of(priority));
    put(parameters, "tag", tag);
    put(parameters, "assignee", assignee);
    put(parameters, "due", due == null ? null : UrlNames.of(due));
    put(parameters, "text", text);
    put(parameters, "sort", sort == TaskSort.NEWEST ? null : UrlNames.of(sort));
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
