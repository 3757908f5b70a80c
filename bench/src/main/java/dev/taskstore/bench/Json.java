package dev.taskstore.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the results as JSON. */
public final class Json {

  private Json() {}

  static String of(Map<String, String> conditions, List<Measurement> measurements) {
    return of(
        conditions, Map.of("measurements", measurements.stream().map(Json::measurement).toList()));
  }

  /** Returns a document with the conditions and lists of JSON objects. */
  public static String of(Map<String, String> conditions, Map<String, List<String>> lists) {
    return conditions.entrySet().stream()
            .map(entry -> "    " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(",\n", "{\n  \"conditions\": {\n", "\n  },\n"))
        + lists.entrySet().stream()
            .map(entry -> list(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(",\n", "", "\n}\n"));
  }

  private static String list(String name, List<String> objects) {
    return objects.stream()
        .map(object -> "    " + object)
        .collect(Collectors.joining(",\n", "  " + quoted(name) + ": [\n", "\n  ]"));
  }

  private static String measurement(Measurement measurement) {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"workload\": %s, \"library\": %s, \"round\": %d,"
            + " \"nanosPerOperation\": %.1f, \"processorNanosPerOperation\": %.1f,"
            + " \"bytesPerOperation\": %.1f}",
        quoted(measurement.database().id()),
        quoted(measurement.workload().id()),
        quoted(measurement.library()),
        measurement.round() + 1,
        measurement.nanos(),
        measurement.processorNanos(),
        measurement.bytes());
  }

  /** Returns a JSON string. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
