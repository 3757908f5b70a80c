package dev.taskstore.bench.ebean;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.StoredForms;
import io.ebean.config.ScalarTypeConverter;
import java.time.Instant;

/** Converts times and enums for Ebean. Public, as Ebean accesses it from its own packages. */
public final class StoredConversions {

  private StoredConversions() {}

  /** Stores a priority as its literal. */
  public static final class PriorityConverter implements ScalarTypeConverter<TaskPriority, String> {

    @Override
    public TaskPriority getNullValue() {
      return null;
    }

    @Override
    public TaskPriority wrapValue(String text) {
      return TaskPriority.of(text);
    }

    @Override
    public String unwrapValue(TaskPriority priority) {
      return priority.literal();
    }
  }

  /** Stores a status as its literal. */
  public static final class StatusConverter implements ScalarTypeConverter<TaskStatus, String> {

    @Override
    public TaskStatus getNullValue() {
      return null;
    }

    @Override
    public TaskStatus wrapValue(String text) {
      return TaskStatus.of(text);
    }

    @Override
    public String unwrapValue(TaskStatus status) {
      return status.literal();
    }
  }

  /** Stores an instant in the representation for SQLite. */
  public static final class MicrosConverter implements ScalarTypeConverter<Instant, Long> {

    @Override
    public Instant getNullValue() {
      return null;
    }

    @Override
    public Instant wrapValue(Long micros) {
      return StoredForms.instant(micros);
    }

    @Override
    public Long unwrapValue(Instant instant) {
      return StoredForms.micros(instant);
    }
  }
}
