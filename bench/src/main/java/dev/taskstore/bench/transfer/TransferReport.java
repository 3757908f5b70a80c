package dev.taskstore.bench.transfer;

import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Units;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Writes the medians as a table for each direction, and all runs as JSON. */
record TransferReport(Map<String, String> conditions, List<CopyRun> runs) {

  private static final double NANOS = 1e9;

  void write(ReportFolder folder) throws IOException {
    folder.write(
        MarkedSection.of("transfer", TransferComparison.class),
        tables(),
        "transfer.json",
        Json.of(conditions, Map.of("copies", runs.stream().map(CopyRun::json).toList())));
  }

  String tables() {
    StringBuilder text = Markdown.section(conditions);
    for (Direction direction : Direction.values()) {
      List<String> ways =
          runs.stream()
              .filter(run -> run.direction() == direction)
              .map(CopyRun::way)
              .distinct()
              .toList();
      if (!ways.isEmpty()) {
        text.append("\n### ").append(direction.title()).append("\n\n");
        Markdown.row(
            text,
            List.of(
                "program",
                "time",
                "relative to TaskStore",
                "processor time, program",
                "processor time, PostgreSQL",
                "result"));
        text.append("|---|---:|---:|---:|---:|---|\n");
        ways.forEach(way -> row(text, direction, way));
      }
    }
    return text.append('\n').toString();
  }

  private void row(StringBuilder text, Direction direction, String way) {
    OptionalDouble seconds = median(direction, way, CopyRun::seconds);
    Markdown.row(
        text,
        List.of(
            way,
            time(seconds),
            Units.ratio(
                Median.ratio(
                    seconds, median(direction, TransferComparison.TASKSTORE, CopyRun::seconds))),
            time(median(direction, way, CopyRun::client)),
            time(median(direction, way, CopyRun::server)),
            results(direction, way)));
  }

  private String results(Direction direction, String way) {
    return String.join("; ", of(direction, way).stream().map(CopyRun::result).distinct().toList());
  }

  private OptionalDouble median(Direction direction, String way, ToDoubleFunction<CopyRun> figure) {
    return Median.of(
        of(direction, way).stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)));
  }

  private List<CopyRun> of(Direction direction, String way) {
    return runs.stream()
        .filter(run -> run.direction() == direction && run.way().equals(way))
        .toList();
  }

  private static String time(OptionalDouble seconds) {
    return Units.time(
        seconds.isEmpty() ? seconds : OptionalDouble.of(seconds.getAsDouble() * NANOS));
  }
}
