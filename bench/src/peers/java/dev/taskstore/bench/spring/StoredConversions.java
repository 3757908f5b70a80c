package dev.taskstore.bench.spring;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.StoredForms;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Converts keys, times and enums for Spring Data. */
final class StoredConversions {

  private StoredConversions() {}

  static List<?> of(DatabaseKind kind) {
    List<?> words =
        List.of(new PriorityToText(), new TextToPriority(), new StatusToText(), new TextToStatus());
    if (kind == DatabaseKind.POSTGRES) {
      return words;
    }
    return List.of(
        words.get(0),
        words.get(1),
        words.get(2),
        words.get(3),
        new UuidToBytes(),
        new BytesToUuid(),
        new InstantToMicros(),
        new MicrosToInstant());
  }

  @WritingConverter
  private static final class PriorityToText implements Converter<TaskPriority, String> {
    @Override
    public String convert(TaskPriority source) {
      return source.literal();
    }
  }

  @ReadingConverter
  private static final class TextToPriority implements Converter<String, TaskPriority> {
    @Override
    public TaskPriority convert(String source) {
      return TaskPriority.of(source);
    }
  }

  @WritingConverter
  private static final class StatusToText implements Converter<TaskStatus, String> {
    @Override
    public String convert(TaskStatus source) {
      return source.literal();
    }
  }

  @ReadingConverter
  private static final class TextToStatus implements Converter<String, TaskStatus> {
    @Override
    public TaskStatus convert(String source) {
      return TaskStatus.of(source);
    }
  }

  @WritingConverter
  private static final class UuidToBytes implements Converter<UUID, byte[]> {
    @Override
    public byte[] convert(UUID source) {
      return StoredForms.bytes(source);
    }
  }

  @ReadingConverter
  private static final class BytesToUuid implements Converter<byte[], UUID> {
    @Override
    public UUID convert(byte[] source) {
      return StoredForms.uuid(source);
    }
  }

  @WritingConverter
  private static final class InstantToMicros implements Converter<Instant, Long> {
    @Override
    public Long convert(Instant source) {
      return StoredForms.micros(source);
    }
  }

  @ReadingConverter
  private static final class MicrosToInstant implements Converter<Long, Instant> {
    @Override
    public Instant convert(Long source) {
      return StoredForms.instant(source);
    }
  }
}
