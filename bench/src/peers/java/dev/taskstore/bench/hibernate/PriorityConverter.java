package dev.taskstore.bench.hibernate;

import dev.taskstore.TaskPriority;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a priority as its literal. */
@Converter(autoApply = true)
public class PriorityConverter implements AttributeConverter<TaskPriority, String> {

  @Override
  public String convertToDatabaseColumn(TaskPriority priority) {
    return priority == null ? null : priority.literal();
  }

  @Override
  public TaskPriority convertToEntityAttribute(String text) {
    return text == null ? null : TaskPriority.of(text);
  }
}
