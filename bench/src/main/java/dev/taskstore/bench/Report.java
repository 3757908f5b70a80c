package dev.taskstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the figures: all of them as JSON, tables into a page, and a chart. */
record Report(Map<String, String> conditions, Settings settings, List<Measurement> measurements) {

  private static final MarkedSection SECTION = MarkedSection.of("figures", Comparison.class);

  void write() throws IOException {
    Medians medians = new Medians(measurements);
    Path folder = settings.output();
    String tables = new Tables(medians).markdown(conditions);
    SECTION.write(folder.resolve("PERFORMANCE.md"), tables);
    Files.writeString(folder.resolve("performance.json"), Json.of(conditions, measurements));
    Files.writeString(folder.resolve("performance.svg"), new Chart(medians).svg());
    System.out.println(tables);
    System.out.println("Written to " + folder.toAbsolutePath().normalize());
  }
}
