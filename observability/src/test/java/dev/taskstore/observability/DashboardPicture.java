package dev.taskstore.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws the panels of the dashboard as SVG. Calls run on a new file for a number of seconds, the
 * metrics are scraped each second, and the queries of the panels are evaluated over the last five
 * scrapes. Understands only the form of queries that the dashboard contains.
 */
final class DashboardPicture {

  private static final int WINDOW = 5;
  private static final int WIDTH = 460;
  private static final int HEIGHT = 190;
  private static final String[] COLORS = {
    "#73bf69", "#f2cc0c", "#5794f2", "#ff9830", "#f2495c", "#b877d9", "#37872d", "#8ab8ff"
  };
  private static final Pattern SUM =
      Pattern.compile(
          "sum by \\((\\w+)\\) \\((rate\\()?(\\w+)(\\{error_type!=\"none\"})?(\\[\\$__rate_interval]\\))?\\)");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");

  private record Sample(String metric, Map<String, String> labels, double value) {}

  private final List<List<Sample>> scrapes = new ArrayList<>();

  /**
   * Writes the picture.
   *
   * @param args the file, and the number of seconds
   */
  public static void main(String... args) throws Exception {
    DashboardPicture picture = new DashboardPicture();
    Path folder = Files.createTempDirectory("taskstore-dashboard");
    try (ObservedWork work = new ObservedWork("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      for (int second = 0; second < Integer.parseInt(args[1]); second++) {
        long end = System.nanoTime() + 1_000_000_000L;
        while (System.nanoTime() < end) {
          work.run();
          Thread.sleep(20);
        }
        picture.add(work.scrape());
      }
    }
    Files.writeString(Path.of(args[0]), picture.draw(DashboardTest.DASHBOARD));
  }

  private void add(String scrape) {
    List<Sample> samples = new ArrayList<>();
    Matcher line = SAMPLE.matcher(scrape);
    while (line.find()) {
      Map<String, String> labels = new HashMap<>();
      if (line.group(2) != null) {
        Pattern.compile("(\\w+)=\"([^\"]*)\"")
            .matcher(line.group(2))
            .results()
            .forEach(label -> labels.put(label.group(1), label.group(2)));
      }
      samples.add(new Sample(line.group(1), labels, Double.parseDouble(line.group(3))));
    }
    scrapes.add(samples);
  }

  private String draw(Path dashboard) throws IOException {
    JsonNode panels = new ObjectMapper().readTree(dashboard.toFile()).get("panels");
    int rows = (panels.size() + 1) / 2;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"11\" fill=\"#ccccdc\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#111217\"/>%n",
            2 * (WIDTH + 10) + 10,
            rows * (HEIGHT + 10) + 10));
    for (int i = 0; i < panels.size(); i++) {
      int x = 10 + i % 2 * (WIDTH + 10);
      int y = 10 + i / 2 * (HEIGHT + 10);
      svg.append(String.format(Locale.ROOT, "<g transform=\"translate(%d %d)\">%n", x, y));
      drawPanel(svg, panels.get(i));
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private void drawPanel(StringBuilder svg, JsonNode panel) {
    Map<String, double[]> series = new TreeMap<>();
    for (JsonNode target : panel.get("targets")) {
      String legend = target.get("legendFormat").asText();
      evaluate(target.get("expr").asText())
          .forEach((label, line) -> series.put(legend.replaceFirst("\\{\\{.*}}", label), line));
    }
    double most = 0;
    for (double[] line : series.values()) {
      for (double value : line) {
        most = Math.max(most, Double.isNaN(value) ? 0 : value);
      }
    }
    boolean isTime = panel.at("/fieldConfig/defaults/unit").asText().equals("s");
    String top = isTime ? number(most * 1_000) + " ms" : number(most);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect width=\"%d\" height=\"%d\" fill=\"#181b1f\" stroke=\"#2a2d34\"/>%n"
                + "<text x=\"10\" y=\"18\" font-weight=\"bold\">%s</text>%n"
                + "<text x=\"10\" y=\"36\" fill=\"#8e8e9a\">%s</text>%n"
                + "<path d=\"M10 40H%d M10 140H%d\" stroke=\"#2a2d34\"/>%n",
            WIDTH,
            HEIGHT,
            panel.get("title").asText(),
            top,
            WIDTH - 10,
            WIDTH - 10));
    int color = 0;
    for (Map.Entry<String, double[]> line : series.entrySet()) {
      String stroke = COLORS[color % COLORS.length];
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n"
                  + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
              stroke,
              points(line.getValue(), most),
              10 + color % 3 * 150,
              156 + color / 3 * 14,
              stroke,
              line.getKey()));
      color++;
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  private static String points(double[] line, double most) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.length; i++) {
      double x = 10 + (WIDTH - 20.0) * i / Math.max(1, line.length - 1);
      double y = 140 - (most == 0 || Double.isNaN(line[i]) ? 0 : 100 * line[i] / most);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return points.toString().strip();
  }

  private Map<String, double[]> evaluate(String expression) {
    Matcher sum = SUM.matcher(expression);
    if (!sum.find()) {
      throw new IllegalArgumentException(expression);
    }
    Map<String, double[]> result = lines(sum);
    if (sum.find()) {
      Map<String, double[]> divisors = lines(sum);
      result.forEach(
          (label, line) -> {
            for (int i = 0; i < line.length; i++) {
              line[i] /= divisors.get(label)[i];
            }
          });
    }
    return result;
  }

  private Map<String, double[]> lines(Matcher sum) {
    boolean isRate = sum.group(2) != null;
    boolean onlyFailures = sum.group(4) != null;
    Map<String, double[]> lines = new TreeMap<>();
    for (int i = WINDOW; i < scrapes.size(); i++) {
      add(lines, i, scrapes.get(i), sum, onlyFailures, isRate ? 1.0 / WINDOW : 1);
      if (isRate) {
        add(lines, i, scrapes.get(i - WINDOW), sum, onlyFailures, -1.0 / WINDOW);
      }
    }
    return lines;
  }

  private void add(
      Map<String, double[]> lines,
      int index,
      List<Sample> samples,
      Matcher sum,
      boolean onlyFailures,
      double factor) {
    for (Sample sample : samples) {
      if (sample.metric().equals(sum.group(3))
          && !(onlyFailures && sample.labels().get("error_type").equals("none"))) {
        double[] line =
            lines.computeIfAbsent(
                sample.labels().get(sum.group(1)), label -> new double[scrapes.size() - WINDOW]);
        line[index - WINDOW] += factor * sample.value();
      }
    }
  }
}
