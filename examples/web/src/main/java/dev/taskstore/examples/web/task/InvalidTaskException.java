package dev.taskstore.examples.web.task;

import java.util.EnumMap;
import java.util.Map;

/** Thrown when fields of a form are not valid. Nothing was written. */
final class InvalidTaskException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<TaskField, String> messages;

  InvalidTaskException(TaskField field, String message) {
    this(Map.of(field, message));
  }

  InvalidTaskException(Map<TaskField, String> messages) {
    super(String.join(" ", messages.values()));
    this.messages = new EnumMap<>(messages);
  }

  /** Returns the message for each field. */
  Map<TaskField, String> messages() {
    return messages;
  }
}
