package dev.taskstore.examples.web.task;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * An option of a field.
 *
 * @param value the text of the parameter
 * @param label the text for people
 */
public record Choice(String value, String label) {

  static final List<Choice> STATUSES =
      Stream.of(TaskStatus.values()).map(status -> of(status, label(status))).toList();

  static final List<Choice> PRIORITIES =
      Stream.of(TaskPriority.values()).map(priority -> of(priority, label(priority))).toList();

  static Choice of(Enum<?> constant, String label) {
    return new Choice(UrlNames.of(constant), label);
  }

  static String label(TaskStatus status) {
    return switch (status) {
      case PENDING -> "To do";
      case IN_PROGRESS -> "In progress";
      case COMPLETED -> "Done";
    };
  }

  static String label(TaskPriority priority) {
    return switch (priority) {
      case LOW -> "Low";
      case MEDIUM -> "Medium";
      case HIGH -> "High";
    };
  }
}
