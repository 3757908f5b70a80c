package dev.taskstore.examples.console;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.examples.formats.FileFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts command-line arguments to values. */
final class Converters {

  private Converters() {}

  static void register(CommandLine commandLine, Clock clock) {
    commandLine
        .registerConverter(TaskId.class, TaskId::parse)
        .registerConverter(Instant.class, word -> dueTime(word, clock))
        .registerConverter(Path.class, Converters::path)
        .registerConverter(ColorMode.class, literals(ColorMode.values(), ColorMode::literal))
        .registerConverter(
            CompletionCommand.Shell.class,
            literals(CompletionCommand.Shell.values(), CompletionCommand.Shell::literal))
        .registerConverter(TaskSort.class, literals(TaskSort.values(), TaskSort::literal))
        .registerConverter(FileFormat.class, literals(FileFormat.values(), FileFormat::literal))
        .registerConverter(
            TaskPriority.class, literals(TaskPriority.values(), TaskPriority::literal))
        .registerConverter(TaskStatus.class, literals(TaskStatus.values(), TaskStatus::literal));
  }

  private static Instant dueTime(String word, Clock clock) {
    try {
      Instant instant = DueTime.parse(word, clock);
      if (!instant.isBefore(ValueLimits.MIN_INSTANT) && !instant.isAfter(ValueLimits.MAX_INSTANT)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw new TypeConversionException("'" + word + "' is not a due time: " + DueTime.FORMS);
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + word + "' is not a file name: " + e.getReason());
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
