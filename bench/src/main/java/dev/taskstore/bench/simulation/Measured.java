package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Median;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The measured figures of the JSON files next to the page on performance. */
final class Measured {

  private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": (\"([^\"]*)\"|[^,}]+)");

  private final Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();

  private final Map<String, Double> medians = new HashMap<>();

  private Measured() {}

  /**
   * Reads the files.
   *
   * @throws IOException if a file cannot be read
   */
  static Measured of(Path docs) throws IOException {
    Measured measured = new Measured();
    for (String name : List.of("performance", "concurrency", "growth", "replicas")) {
      measured.files.put(name, objects(docs.resolve(name + ".json")));
    }
    return measured;
  }

  /** Reports write each measurement on a line of its own, without nested objects. */
  private static List<Map<String, String>> objects(Path file) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.strip().startsWith("{\"")) {
        objects.add(members(line));
      }
    }
    return objects;
  }

  private static Map<String, String> members(String line) {
    Map<String, String> members = new LinkedHashMap<>();
    Matcher matcher = MEMBER.matcher(line);
    while (matcher.find()) {
      String text = matcher.group(3);
      members.put(matcher.group(1), text == null ? matcher.group(2) : text);
    }
    return members;
  }

  /** Returns the time of a call in one thread. */
  double nanos(DatabaseKind database, String workload) {
    return median("performance", of(database, workload), "nanosPerOperation");
  }

  /** Returns the processor time of the calling thread for a call. */
  double processorNanos(DatabaseKind database, String workload) {
    return median("performance", of(database, workload), "processorNanosPerOperation");
  }

  private static Map<String, String> of(DatabaseKind database, String workload) {
    return Map.of("database", database.id(), "workload", workload, "library", "TaskStore");
  }

  /** Returns the time of a call on a table of a size, with a number of different keys. */
  double nanos(DatabaseKind database, String operation, long tasks, int keys) {
    return median(
        "growth",
        Map.of(
            "database", database.id(),
            "operation", operation,
            "tasks", Long.toString(tasks),
            "keys", Integer.toString(keys)),
        "nanosPerOperation");
  }

  /** Returns a figure of a filled database. */
  double ofDatabase(DatabaseKind database, long tasks, String name) {
    return median("growth", Map.of("database", database.id(), "tasks", Long.toString(tasks)), name);
  }

  /** Returns the calls per second of a trial with many threads. */
  double perSecond(Load load) {
    return median("concurrency", load.names(), "perSecond");
  }

  /** Returns the time of a read in one of the ways in which replicas are read. */
  double nanosOfReplica(String way) {
    return median("replicas", Map.of("way", way), "nanosPerCall");
  }

  private double median(String file, Map<String, String> names, String figure) {
    return medians.computeIfAbsent(file + names + figure, key -> computed(file, names, figure));
  }

  private double computed(String file, Map<String, String> names, String figure) {
    return Median.of(
            files.getOrDefault(file, List.of()).stream()
                .filter(object -> object.entrySet().containsAll(names.entrySet()))
                .filter(object -> object.containsKey(figure))
                .mapToDouble(object -> Double.parseDouble(object.getOrDefault(figure, ""))))
        .orElseThrow(
            () -> new IllegalStateException("docs/" + file + ".json has no " + figure + names));
  }
}
