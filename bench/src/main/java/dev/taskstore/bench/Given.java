package dev.taskstore.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads system properties; one that is blank is not given. */
public final class Given {

  private Given() {}

  /** A text. */
  public static String text(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  /** A number. */
  public static int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  /** A list with commas; empty when it is not given. */
  public static List<String> list(String name) {
    return list(name, "");
  }

  /** A list with commas. */
  public static List<String> list(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A list of numbers with commas. */
  public static List<Integer> numbers(String name, String otherwise) {
    return list(name, otherwise).stream().map(Integer::valueOf).toList();
  }

  /** What {@code bench.databases} names, else all. */
  public static List<DatabaseKind> databases() {
    List<String> databases = list("bench.databases");
    return databases.isEmpty()
        ? List.of(DatabaseKind.values())
        : databases.stream().map(DatabaseKind::of).toList();
  }

  /** As many rows as {@code bench.tasks} and {@code bench.users} say. */
  public static Dataset data() {
    return new Dataset(number("bench.tasks", 100_000), number("bench.users", 1_000));
  }

  /** The folder of the report, {@code bench.output}. */
  public static Path output() {
    return Path.of(text("bench.output", "target/performance"));
  }
}
