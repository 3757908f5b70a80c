package dev.taskstore.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads system properties. A blank property counts as absent. */
public final class BenchProperties {

  private BenchProperties() {}

  /** Returns a string. */
  public static String text(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  /** Returns a number. */
  public static int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  /** Returns a comma-separated list; empty if the property is absent. */
  public static List<String> list(String name) {
    return list(name, "");
  }

  /** Returns a comma-separated list. */
  public static List<String> list(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Returns a comma-separated list of numbers. */
  public static List<Integer> numbers(String name, String otherwise) {
    return list(name, otherwise).stream().map(Integer::valueOf).toList();
  }

  /** Returns the databases of {@code bench.databases}, or all. */
  public static List<DatabaseKind> databases() {
    List<String> databases = list("bench.databases");
    return databases.isEmpty()
        ? List.of(DatabaseKind.values())
        : databases.stream().map(DatabaseKind::of).toList();
  }

  /** Returns the rows of {@code bench.tasks} and {@code bench.users}. */
  public static Dataset data() {
    return new Dataset(number("bench.tasks", 100_000), number("bench.users", 1_000));
  }

  /** Returns the folder of the report, {@code bench.output}. */
  public static Path output() {
    return Path.of(text("bench.output", "target/performance"));
  }
}
