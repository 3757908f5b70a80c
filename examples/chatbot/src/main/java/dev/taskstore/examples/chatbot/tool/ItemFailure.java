package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Why one item of a batch was not processed.
 *
 * @param id the task
 * @param reason the kind of failure
 */
record ItemFailure(UUID id, Reason reason) {

  static final Schema SCHEMA =
      Schema.object()
          .required("id", Schema.uuid())
          .required("reason", Schema.oneOf(Reason.values()))
          .required("message", Schema.text());

  /** The kinds of failures. */
  enum Reason {
    NOT_FOUND("There is no such task. Call find-tasks for the ids."),
    STALE(
        "The task has changed since this version was read. Call find-tasks with its id, compare, and"
            + " call again with the new version."),
    NOT_OWNER("Only the owner of a shared task can do this."),
    INVALID("A value is not allowed: NUL characters and broken Unicode are refused.");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the failure of one item, or nothing if the exception concerns the whole call. */
  static Optional<ItemFailure> of(UUID id, RuntimeException failure) {
    if (failure instanceof EntityNotFoundException
        || failure instanceof ForeignKeyViolationException) {
      return Optional.of(new ItemFailure(id, Reason.NOT_FOUND));
    } else if (failure instanceof StaleEntityException) {
      return Optional.of(new ItemFailure(id, Reason.STALE));
    } else if (failure instanceof ScopeViolationException) {
      return Optional.of(new ItemFailure(id, Reason.NOT_OWNER));
    } else if (failure instanceof InvalidArgumentException) {
      return Optional.of(new ItemFailure(id, Reason.INVALID));
    }
    return Optional.empty();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("reason", reason.toString());
    json.put("message", reason.message);
    return json;
  }

  String line() {
    return "\n- failed: id " + id + ": " + reason + ". " + reason.message;
  }
}
