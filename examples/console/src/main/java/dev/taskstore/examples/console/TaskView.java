package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.examples.console.text.DisplayText;
import dev.taskstore.examples.console.text.Style;
import dev.taskstore.examples.console.text.Table;
import dev.taskstore.examples.console.text.Table.Cell;
import dev.taskstore.examples.formats.TaskDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Formats tasks as tables, text and JSON. */
final class TaskView {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private TaskView() {}

  /**
   * Returns a table with short IDs and local dates.
   *
   * @param clock the clock, in the zone of the user
   */
  static Table table(List<TaskDetails> tasks, ShortIds ids, Clock clock) {
    Table table =
        new Table()
            .text("ID")
            .optional("CREATED")
            .text("DUE")
            .text("STATUS")
            .text("PRIORITY")
            .optional("USER")
            .flexible("TITLE")
            .flexible("TAGS");
    for (TaskDetails details : tasks) {
      Task task = details.task();
      table.row(
          new Cell(ids.of(task.id()), Style.CYAN),
          LocalDate.ofInstant(task.createdAt(), clock.getZone()),
          due(task, clock),
          new Cell(task.status().literal(), style(task.status())),
          new Cell(task.priority().literal(), style(task.priority())),
          details.username(),
          task.title(),
          String.join(", ", details.tags()));
    }
    return table;
  }

  private static Style style(TaskStatus status) {
    return switch (status) {
      case PENDING -> Style.PLAIN;
      case IN_PROGRESS -> Style.YELLOW;
      case COMPLETED -> Style.GREEN;
    };
  }

  private static Style style(TaskPriority priority) {
    return switch (priority) {
      case HIGH -> Style.RED;
      case MEDIUM -> Style.PLAIN;
      case LOW -> Style.FAINT;
    };
  }

  /** Returns the due date, with the time unless it is the end of the day. */
  private static Cell due(Task task, Clock clock) {
    if (task.dueAt() == null) {
      return new Cell("", Style.PLAIN);
    }
    LocalDateTime due = LocalDateTime.ofInstant(task.dueAt(), clock.getZone());
    boolean isDay = due.toLocalTime().equals(END_OF_DAY);
    boolean isOverdue =
        task.status() != TaskStatus.COMPLETED && task.dueAt().isBefore(clock.instant());
    return new Cell(
        due.toLocalDate() + (isDay ? "" : " " + due.toLocalTime().truncatedTo(ChronoUnit.MINUTES)),
        isOverdue ? Style.RED : Style.PLAIN);
  }

  /** Returns one line for each field, followed by the description. */
  static String text(TaskDetails details, ZoneId zone) {
    Task task = details.task();
    StringBuilder text = new StringBuilder();
    line(text, "Id", task.id());
    line(text, "Title", task.title());
    line(text, "User", details.username());
    line(text, "Status", task.status().literal());
    line(text, "Priority", task.priority().literal());
    line(text, "Tags", String.join(", ", details.tags()));
    line(text, "Due", local(task.dueAt(), zone));
    line(text, "Created", local(task.createdAt(), zone));
    line(text, "Updated", local(task.updatedAt(), zone));
    line(text, "Completed", local(task.completedAt(), zone));
    if (task.description() != null && !task.description().isBlank()) {
      text.append('\n').append(DisplayText.lines(task.description()).strip()).append('\n');
    }
    return text.toString();
  }

  private static Object local(Instant instant, ZoneId zone) {
    return instant == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static void line(StringBuilder text, String name, Object value) {
    if (value != null && !value.equals("")) {
      text.append("%-10s ".formatted(name + ":"))
          .append(DisplayText.oneLine(value.toString()))
          .append('\n');
    }
  }

  static ObjectNode json(TaskDetails details) {
    Task task = details.task();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", task.id().toString())
            .put("user", details.username())
            .put("title", task.title())
            .put("description", task.description())
            .put("status", task.status().literal())
            .put("priority", task.priority().literal());
    details.tags().forEach(node.putArray("tags")::add);
    return node.put("due_at", text(task.dueAt()))
        .put("created_at", text(task.createdAt()))
        .put("updated_at", text(task.updatedAt()))
        .put("completed_at", text(task.completedAt()))
        .put("version", task.version());
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
