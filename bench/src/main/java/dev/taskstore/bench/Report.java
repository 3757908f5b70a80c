package dev.taskstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the figures: all of them as JSON, tables into a page, and a chart. */
record Report(Map<String, String> conditions, Settings settings, List<Measurement> measurements) {

  private static final String BEGIN = "<!-- figures: written by dev.taskstore.bench.Comparison -->";
  private static final String END = "<!-- end of figures -->";
  private static final String NEW_PAGE = "# Performance\n\n" + BEGIN + "\n" + END + "\n";

  void write() throws IOException {
    Medians medians = new Medians(measurements);
    Path folder = settings.output();
    Files.createDirectories(folder);
    String tables = new Tables(medians).markdown(conditions);
    Path page = folder.resolve("PERFORMANCE.md");
    String text = Files.exists(page) ? Files.readString(page) : NEW_PAGE;
    Files.writeString(page, replaced(text, tables));
    Files.writeString(folder.resolve("performance.json"), Json.of(conditions, measurements));
    Files.writeString(folder.resolve("performance.svg"), new Chart(medians).svg());
    System.out.println(tables);
    System.out.println("Written to " + folder.toAbsolutePath().normalize());
  }

  /** What people have written around the tables stays. */
  static String replaced(String text, String tables) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("The page has no lines " + BEGIN + " and " + END);
    }
    return text.substring(0, begin + BEGIN.length()) + "\n" + tables + text.substring(end);
  }
}
