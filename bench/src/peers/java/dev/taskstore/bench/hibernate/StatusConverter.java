package dev.taskstore.bench.hibernate;

import dev.taskstore.TaskStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a status as its literal. */
@Converter(autoApply = true)
public class StatusConverter implements AttributeConverter<TaskStatus, String> {

  @Override
  public String convertToDatabaseColumn(TaskStatus status) {
    return status == null ? null : status.literal();
  }

  @Override
  public TaskStatus convertToEntityAttribute(String text) {
    return text == null ? null : TaskStatus.of(text);
  }
}
