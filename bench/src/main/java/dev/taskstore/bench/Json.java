package dev.taskstore.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures for programs. */
final class Json {

  private Json() {}

  static String of(Map<String, String> conditions, List<Measurement> measurements) {
    return conditions.entrySet().stream()
            .map(entry -> "    " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(",\n", "{\n  \"conditions\": {\n", "\n  },\n"))
        + measurements.stream()
            .map(Json::measurement)
            .collect(Collectors.joining(",\n", "  \"measurements\": [\n", "\n  ]\n}\n"));
  }

  private static String measurement(Measurement measurement) {
    return String.format(
        Locale.ROOT,
        "    {\"database\": %s, \"workload\": %s, \"library\": %s, \"round\": %d,"
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

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
