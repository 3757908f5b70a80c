package dev.taskstore.bench.startup;

import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Writes the medians as tables, and all results as JSON.
 *
 * @param starts the starts of each program
 */
record StartReport(Map<String, List<Start>> starts) {

  private static final MarkedSection SECTION = MarkedSection.of("start", StartupComparison.class);

  void write(Path folder) throws IOException {
    Map<String, String> conditions = conditions();
    new ReportFolder(folder)
        .write(
            SECTION,
            markdown(conditions),
            "start.json",
            Json.of(conditions, Map.of("measurements", measurements())));
  }

  private Map<String, String> conditions() {
    Map<String, String> conditions = Conditions.here();
    int rounds = starts.values().stream().mapToInt(List::size).min().orElse(0);
    conditions.put("Rounds", Integer.toString(rounds));
    return conditions;
  }

  private String markdown(Map<String, String> conditions) {
    StringBuilder text = Markdown.section(conditions);
    text.append(
            "\n| program | first row after | relative to JDBC | relative to jOOQ | used heap | loaded classes |\n")
        .append("|---|---:|---:|---:|---:|---:|\n");
    for (String program : starts.keySet()) {
      List<String> cells =
          List.of(
              program,
              Units.time(median(program, Start::nanos)),
              Units.ratio(ratio(program, StartupComparison.JDBC)),
              Units.ratio(ratio(program, StartupComparison.JOOQ)),
              Units.size(median(program, start -> start.footprint().heapBytes())),
              Units.count(median(program, start -> start.footprint().loadedClasses())));
      Markdown.row(text, cells);
    }
    return text.append('\n').toString();
  }

  private OptionalDouble median(String program, ToDoubleFunction<Start> figure) {
    return Median.of(starts.getOrDefault(program, List.of()).stream().mapToDouble(figure));
  }

  private OptionalDouble ratio(String program, String base) {
    return Median.ratio(median(program, Start::nanos), median(base, Start::nanos));
  }

  private List<String> measurements() {
    List<String> measurements = new ArrayList<>();
    starts.forEach(
        (program, runs) -> {
          for (int round = 0; round < runs.size(); round++) {
            measurements.add(measurement(program, round, runs.get(round)));
          }
        });
    return measurements;
  }

  private static String measurement(String program, int round, Start start) {
    return String.format(
        Locale.ROOT,
        "{\"program\": %s, \"round\": %d, \"nanosToFirstRow\": %d, \"heapBytes\": %d,"
            + " \"loadedClasses\": %d}",
        Json.quoted(program),
        round + 1,
        start.nanos(),
        start.footprint().heapBytes(),
        start.footprint().loadedClasses());
  }
}
