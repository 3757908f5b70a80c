package dev.taskstore.bench.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Processor times of processes from {@code /proc}, in seconds. Empty on other systems than Linux.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcessTimes {

  private static final Path PROCESSES = Path.of("/proc");

  /** Linux reports these times in hundredths of a second on every architecture. */
  private static final double TICKS_PER_SECOND = 100;

  /** The positions of the fields after the name, which is in parentheses. */
  private static final int PARENT = 1;

  private static final int USER = 11;
  private static final int CHILDREN_USER = 13;

  private ProcessTimes() {}

  /** Returns the time of the child processes of this one that have ended. */
  static OptionalDouble ofEndedChildren() {
    return fields("self").map(ProcessTimes::children).orElse(OptionalDouble.empty());
  }

  /** Returns the time of a process, its ended children and its living children. */
  static OptionalDouble ofTree(long process) {
    try (Stream<Path> processes = Files.list(PROCESSES)) {
      double living =
          processes
              .map(path -> path.getFileName().toString())
              .filter(name -> name.chars().allMatch(Character::isDigit))
              .flatMap(name -> fields(name).stream())
              .filter(fields -> Long.parseLong(fields.get(PARENT)) == process)
              .mapToDouble(fields -> sum(fields, USER))
              .sum();
      return fields(Long.toString(process))
          .map(fields -> OptionalDouble.of(sum(fields, USER) + sum(fields, CHILDREN_USER) + living))
          .orElse(OptionalDouble.empty());
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble children(List<String> fields) {
    return OptionalDouble.of(sum(fields, CHILDREN_USER));
  }

  private static double sum(List<String> fields, int first) {
    return (Long.parseLong(fields.get(first)) + Long.parseLong(fields.get(first + 1)))
        / TICKS_PER_SECOND;
  }

  private static Optional<List<String>> fields(String process) {
    try {
      String stat = Files.readString(PROCESSES.resolve(process).resolve("stat"));
      return Optional.of(Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException e) {
      return Optional.empty(); // The process has ended.
    }
  }
}
