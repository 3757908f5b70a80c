package dev.taskstore.examples.web.api;

import dev.taskstore.NewTask;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request that creates or changes a task: a JSON merge patch (RFC 7396). A field that
 * is absent is not changed, and null removes a value. A field of another name is an error. Messages
 * name fields and contain no values.
 */
final class TaskBody {

  private static final Set<String> FIELDS =
      Set.of("title", "description", "status", "priority", "dueAt", "assigneeId", "tags");
  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final ObjectNode json;

  private TaskBody(ObjectNode json) {
    this.json = json;
  }

  /** Reads the body of a change. */
  static TaskBody change(JsonNode body) {
    return checked(body, false);
  }

  /** Reads the body of a new task, which may contain its identifier. */
  static TaskBody creation(JsonNode body) {
    return checked(body, true);
  }

  private static TaskBody checked(JsonNode body, boolean mayHaveId) {
    if (!(body instanceof ObjectNode object)) {
      throw new InvalidArgumentException("The body must be a JSON object.", FailureContext.NONE);
    }
    for (String name : object.propertyNames()) {
      if (!FIELDS.contains(name) && !(mayHaveId && name.equals("id"))) {
        throw new InvalidArgumentException(
            "The body contains a field that cannot be set. Fields: "
                + String.join(", ", new TreeSet<>(FIELDS))
                + ".",
            FailureContext.NONE);
      }
    }
    return new TaskBody(object);
  }

  NewTask draft(UUID userId) {
    String title = text("title");
    NewTask draft = NewTask.of(userId, title == null ? "" : title).id(read("id", TaskBody::uuid));
    if (json.has("description")) {
      draft = draft.description(text("description"));
    }
    if (json.has("status")) {
      draft = draft.status(required("status", TaskStatus::of));
    }
    if (json.has("priority")) {
      draft = draft.priority(required("priority", TaskPriority::of));
    }
    return draft
        .dueAt(read("dueAt", TaskBody::instant))
        .assigneeId(read("assigneeId", TaskBody::uuid));
  }

  TaskChanges changes() {
    TaskChanges changes = TaskChanges.none();
    if (json.has("title")) {
      changes = changes.title(required("title", Function.identity()));
    }
    if (json.has("description")) {
      changes = changes.description(text("description"));
    }
    if (json.has("status")) {
      changes = changes.status(required("status", TaskStatus::of));
    }
    if (json.has("priority")) {
      changes = changes.priority(required("priority", TaskPriority::of));
    }
    if (json.has("dueAt")) {
      changes = changes.dueAt(read("dueAt", TaskBody::instant));
    }
    if (json.has("assigneeId")) {
      changes = changes.assigneeId(read("assigneeId", TaskBody::uuid));
    }
    return changes;
  }

  /** Returns the names of all tags after the request; empty if it does not change them. */
  Optional<Set<String>> tags() {
    JsonNode tags = json.get("tags");
    if (tags == null) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    if (tags.isNull()) {
      return Optional.of(names);
    }
    if (!tags.isArray()) {
      throw invalid("tags", "must be an array of strings");
    }
    for (JsonNode tag : tags) {
      if (!tag.isString()) {
        throw invalid("tags", "must be an array of strings");
      }
      names.add(tag.stringValue());
    }
    return Optional.of(names);
  }

  private @Nullable String text(String field) {
    return read(field, Function.identity());
  }

  private <T> T required(String field, Function<String, T> parser) {
    T value = read(field, parser);
    if (value == null) {
      throw invalid(field, "must not be null");
    }
    return value;
  }

  private <T> @Nullable T read(String field, Function<String, T> parser) {
    JsonNode node = json.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw invalid(field, "must be a string");
    }
    try {
      return parser.apply(node.stringValue());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid(field, "has no valid value; the description of the API names them");
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static UUID uuid(String text) {
    if (!text.matches(UUID_FORM)) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  private static InvalidArgumentException invalid(String field, String problem) {
    return new InvalidArgumentException(
        "The field " + field + " " + problem + ".", FailureContext.of("tasks", field));
  }
}
