package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The JSON and the line of text of a task. */
public final class TaskJson {

  /** The greatest length of a description in a list, in code points. */
  public static final int SHORT_DESCRIPTION = 500;

  static final Schema SCHEMA =
      Schema.object()
          .required("id", Schema.uuid())
          .required("title", Schema.text())
          .optional("description", Schema.text())
          .optional("descriptionIsCut", Schema.bool())
          .required("status", Schema.oneOf(TaskStatus.values()))
          .required("priority", Schema.oneOf(TaskPriority.values()))
          .optional("dueAt", Schema.instant())
          .optional("completedAt", Schema.instant())
          .required("createdAt", Schema.instant())
          .required("updatedAt", Schema.instant())
          .required("version", Schema.integer())
          .required("tags", Schema.list(Schema.text()))
          .required("isShared", Schema.bool().describe("Belongs to another user."));

  private TaskJson() {}

  /** Returns tasks whose long descriptions are cut. */
  static List<Map<String, Object>> summaries(List<TaskWithTags> tasks, UUID userId) {
    return list(tasks, userId, SHORT_DESCRIPTION);
  }

  /** Returns tasks with descriptions of up to a number of code points. */
  static List<Map<String, Object>> list(List<TaskWithTags> tasks, UUID userId, int descriptions) {
    return tasks.stream().map(task -> of(task, userId, descriptions)).toList();
  }

  /** Returns a task with its whole description. */
  public static Map<String, Object> complete(TaskWithTags task, UUID userId) {
    return of(task, userId, Integer.MAX_VALUE);
  }

  private static Map<String, Object> of(TaskWithTags withTags, UUID userId, int maximum) {
    Task task = withTags.task();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.id().toString());
    json.put("title", task.title());
    if (task.description() != null) {
      String description = start(task.description(), maximum);
      json.put("description", description);
      if (description.length() < task.description().length()) {
        json.put("descriptionIsCut", true);
      }
    }
    json.put("status", task.status().literal());
    json.put("priority", task.priority().literal());
    putInstant(json, "dueAt", task.dueAt());
    putInstant(json, "completedAt", task.completedAt());
    putInstant(json, "createdAt", task.createdAt());
    putInstant(json, "updatedAt", task.updatedAt());
    json.put("version", task.version());
    json.put("tags", withTags.tags().stream().map(Tag::name).toList());
    json.put("isShared", !task.userId().equals(userId));
    return json;
  }

  private static void putInstant(Map<String, Object> json, String name, Instant time) {
    if (time != null) {
      json.put(name, time.toString());
    }
  }

  private static String start(String text, int maximum) {
    return text.codePointCount(0, text.length()) <= maximum
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maximum));
  }

  /** Returns lines of text, one for each task, each after a line feed. */
  static String lines(List<TaskWithTags> tasks) {
    StringBuilder lines = new StringBuilder();
    tasks.forEach(task -> lines.append('\n').append(line(task)));
    return lines.toString();
  }

  private static String line(TaskWithTags withTags) {
    Task task = withTags.task();
    StringBuilder line = new StringBuilder("- ").append(oneLine(task.title()));
    line.append(" (")
        .append(task.status().literal())
        .append(", ")
        .append(task.priority().literal());
    if (task.dueAt() != null) {
      line.append(", due ").append(task.dueAt());
    }
    withTags.tags().forEach(tag -> line.append(", #").append(oneLine(tag.name())));
    return line.append(") id ")
        .append(task.id())
        .append(" version ")
        .append(task.version())
        .toString();
  }

  /** A title with a line break could look like another task. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
