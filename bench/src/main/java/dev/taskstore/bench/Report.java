package dev.taskstore.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes all results as JSON, and the medians as tables and as a chart. */
record Report(Map<String, String> conditions, Settings settings, List<Measurement> measurements) {

  private static final MarkedSection SECTION = MarkedSection.of("figures", Comparison.class);

  void write() throws IOException {
    Medians medians = new Medians(measurements);
    ReportFolder folder = new ReportFolder(settings.output());
    folder.write("performance.svg", new Chart(medians).svg());
    folder.write(
        SECTION,
        new Tables(medians).markdown(conditions),
        "performance.json",
        Json.of(conditions, measurements));
  }
}
