package dev.taskstore.examples.web.task;

import java.util.Map;

/** Thrown when fields of a form are not valid. Nothing was written. */
final class InvalidTaskException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<TaskField, String> messages;

  InvalidTaskException(TaskField field, String message) {
    super(message);
    this.messages = Map.of(field, message);
  }

  /** Returns the message for each field. */
  Map<TaskField, String> messages() {
    return messages;
  }
}
