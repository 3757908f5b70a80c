package dev.taskstore.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures for programs. */
public final class Json {

  private Json() {}

  static String of(Map<String, String> conditions, List<Measurement> measurements) {
    return document(conditions, measurements.stream().map(Json::measurement).toList());
  }

  /**
   * A document of what was measured, and under which conditions.
   *
   * @param conditions names and values
   * @param measurements an object for each measurement, on one line
   */
  public static String document(Map<String, String> conditions, List<String> measurements) {
    return conditions.entrySet().stream()
            .map(entry -> "    " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(",\n", "{\n  \"conditions\": {\n", "\n  },\n"))
        + measurements.stream()
            .map(measurement -> "    " + measurement)
            .collect(Collectors.joining(",\n", "  \"measurements\": [\n", "\n  ]\n}\n"));
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

  /** A text in quotes. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
