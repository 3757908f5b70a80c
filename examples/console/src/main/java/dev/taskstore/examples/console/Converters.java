package dev.taskstore.examples.console;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.examples.console.io.TodoItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts command-line arguments to values. */
final class Converters {

  private static final int UUID_LENGTH = 36;

  private Converters() {}

  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(UUID.class, Converters::uuid)
        .registerConverter(Instant.class, Converters::instant)
        .registerConverter(FileFormat.class, literals(FileFormat.values(), FileFormat::literal))
        .registerConverter(
            TaskPriority.class, literals(TaskPriority.values(), TaskPriority::literal))
        .registerConverter(TaskStatus.class, literals(TaskStatus.values(), TaskStatus::literal));
  }

  private static UUID uuid(String word) {
    try {
      if (word.length() == UUID_LENGTH) {
        return UUID.fromString(word);
      }
    } catch (IllegalArgumentException e) {
      // reported below
    }
    throw new TypeConversionException("'" + word + "' is not a task ID (a UUID)");
  }

  private static Instant instant(String word) {
    try {
      return word.indexOf('T') < 0
          ? TodoItem.endOf(LocalDate.parse(word))
          : OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + word + "' is not a date (2026-01-31) or a time (2026-01-31T17:00:00Z)");
    }
  }

  private static <E> ITypeConverter<E> literals(E[] values, Function<E, String> literal) {
    return word ->
        Arrays.stream(values)
            .filter(value -> literal.apply(value).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'"
                            + word
                            + "' is not one of "
                            + Arrays.stream(values)
                                .map(literal)
                                .collect(Collectors.joining(", "))));
  }
}
