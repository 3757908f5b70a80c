package dev.taskstore.examples.web.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A chart with horizontal bars. All lengths are in units of the drawing.
 *
 * @param id the identifier in the page
 * @param title the title
 * @param rowHeader the header of the names in the table
 * @param bars the bars from the top
 */
public record BarChart(String id, String title, String rowHeader, List<Bar> bars) {

  /** The length of the longest bar. */
  private static final int LENGTH = 180;

  private static final int DISTANCE = 36;

  /** Copies the bars. */
  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * A bar.
   *
   * @param label its name
   * @param count what it shows
   * @param y the distance from the top
   * @param length its length
   */
  public record Bar(String label, long count, int y, int length) {}

  static BarChart of(
      String id, String title, String rowHeader, List<String> labels, List<Long> counts) {
    long maximum = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      long count = counts.get(i);
      int length = (int) Math.round((double) LENGTH * count / maximum);
      bars.add(new Bar(labels.get(i), count, i * DISTANCE, count == 0 ? 0 : Math.max(2, length)));
    }
    return new BarChart(id, title, rowHeader, bars);
  }

  /**
   * Returns the text that replaces the drawing for those who do not see it.
   *
   * @return the names and counts
   */
  public String description() {
    return title
        + ": "
        + bars.stream()
            .map(bar -> bar.label() + " " + bar.count())
            .collect(Collectors.joining(", "))
        + ".";
  }
}
