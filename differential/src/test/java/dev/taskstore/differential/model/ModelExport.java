package dev.taskstore.differential.model;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.User;
import dev.taskstore.differential.model.ModelRows.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document with all data of a user. */
final class ModelExport {

  private final ModelRows rows;
  private final UUID id;

  ModelExport(ModelRows rows, UUID id) {
    this.rows = rows;
    this.id = id;
  }

  String document() {
    List<Task> tasks = rows.tasks.values().stream().filter(t -> t.userId().equals(id)).toList();
    List<UUID> taskIds = tasks.stream().map(Task::id).toList();
    List<Link> links = rows.links.stream().filter(l -> taskIds.contains(l.task())).toList();
    List<UUID> tagIds = links.stream().map(Link::tag).toList();
    return """
        {
          "format": "taskstore-personal-data",
          "version": 1,
          "subject": {"table": "users", "key": {"id": "%s"}},
          "tables": {
            "users": %s,
            "tasks": %s,
            "task_tags": %s,
            "tags": %s
          }
        }
        """
        .formatted(
            id,
            array(Stream.of(user(rows.users.get(id)))),
            array(tasks.stream().map(ModelExport::task)),
            array(links.stream().map(l -> row("task_id", l.task(), "tag_id", l.tag()))),
            array(
                rows.tags.values().stream()
                    .filter(tag -> tagIds.contains(tag.id()))
                    .map(ModelExport::tag)));
  }

  private static String user(User user) {
    return row(
        "id", user.id(),
        "username", user.username(),
        "email", user.email(),
        "created_at", user.createdAt(),
        "updated_at", user.updatedAt(),
        "version", user.version());
  }

  private static String task(Task task) {
    return row(
        "id", task.id(),
        "user_id", task.userId(),
        "title", task.title(),
        "description", task.description(),
        "priority", task.priority().name().toLowerCase(Locale.ROOT),
        "status", task.status().name().toLowerCase(Locale.ROOT),
        "created_at", task.createdAt(),
        "updated_at", task.updatedAt(),
        "version", task.version(),
        "due_at", task.dueAt(),
        "completed_at", task.completedAt());
  }

  private static String tag(Tag tag) {
    return row(
        "id", tag.id(),
        "name", tag.name(),
        "created_at", tag.createdAt(),
        "updated_at", tag.updatedAt(),
        "version", tag.version());
  }

  private static String array(Stream<String> objects) {
    String lines = objects.map(row -> "\n      " + row).collect(Collectors.joining(","));
    return lines.isEmpty() ? "[]" : "[" + lines + "\n    ]";
  }

  private static String row(@Nullable Object... namesAndValues) {
    List<Object> all = Arrays.asList(namesAndValues);
    StringBuilder row = new StringBuilder("{");
    for (int i = 0; i < all.size(); i += 2) {
      row.append(i == 0 ? "" : ", ").append(text(all.get(i))).append(": ");
      Object value = all.get(i + 1);
      row.append(value == null || value instanceof Long ? String.valueOf(value) : text(value));
    }
    return row.append('}').toString();
  }

  private static String text(Object value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      String escaped =
          switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
          };
      text.append(escaped);
    }
    return text.append('"').toString();
  }
}
