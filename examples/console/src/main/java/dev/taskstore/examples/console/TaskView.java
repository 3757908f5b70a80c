package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskstore.Task;
import dev.taskstore.examples.console.io.TaskDetails;
import dev.taskstore.examples.console.text.DisplayText;
import dev.taskstore.examples.console.text.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Formats tasks as tables, text and JSON. */
final class TaskView {

  private static final int TITLE_WIDTH = 60;

  private TaskView() {}

  static String table(List<TaskDetails> tasks) {
    Table table =
        new Table()
            .text("ID")
            .text("CREATED")
            .text("DUE")
            .text("STATUS")
            .text("PRIORITY")
            .text("USER")
            .text("TITLE")
            .text("TAGS");
    for (TaskDetails details : tasks) {
      Task task = details.task();
      table.row(
          task.id(),
          date(task.createdAt()),
          date(task.dueAt()),
          task.status().literal(),
          task.priority().literal(),
          details.username(),
          DisplayText.truncate(DisplayText.oneLine(task.title()), TITLE_WIDTH),
          String.join(", ", details.tags()));
    }
    return table.toString();
  }

  private static String date(Instant instant) {
    return instant == null ? "" : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  /** Returns one line for each field, followed by the description. */
  static String text(TaskDetails details) {
    Task task = details.task();
    StringBuilder text = new StringBuilder();
    line(text, "Id", task.id());
    line(text, "Title", task.title());
    line(text, "User", details.username());
    line(text, "Status", task.status().literal());
    line(text, "Priority", task.priority().literal());
    line(text, "Tags", String.join(", ", details.tags()));
    line(text, "Due", task.dueAt());
    line(text, "Created", task.createdAt());
    line(text, "Updated", task.updatedAt());
    line(text, "Completed", task.completedAt());
    if (task.description() != null && !task.description().isBlank()) {
      text.append('\n').append(DisplayText.lines(task.description()).strip()).append('\n');
    }
    return text.toString();
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
