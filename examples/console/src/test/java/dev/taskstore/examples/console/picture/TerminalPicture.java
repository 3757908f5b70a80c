package dev.taskstore.examples.console.picture;

import dev.taskstore.examples.console.text.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws commands and their output as an SVG image of a terminal. Text is placed cell by cell, so
 * that columns are aligned in every monospaced font; block characters become rectangles. Equal
 * output gives equal images. Not thread-safe.
 */
final class TerminalPicture {

  private static final double CELL_WIDTH = 7.2;
  private static final int LINE_HEIGHT = 19;
  private static final int BAR_HEIGHT = 12;
  private static final int MARGIN = 20;
  private static final int TITLE_BAR = 32;

  /** Text without runs of spaces, or a run of one block character. */
  private static final Pattern SEGMENT = Pattern.compile("█+|░+|[^\\s█░]+(?: [^\\s█░]+)*");

  private static final String STYLE =
      """
        <style>
          text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d4d8de; }
          .command { fill: #ffffff; font-weight: bold; }
          .heading { fill: #8b98a9; }
          .full { fill: #58a6ff; }
          .open { fill: #33465f; }
        </style>
      """;

  private record Line(String text, String style) {}

  private final String title;
  private final List<Line> lines = new ArrayList<>();

  TerminalPicture(String title) {
    this.title = title;
  }

  /** Adds a command and its output, whose first line is the heading of a table. */
  TerminalPicture command(String command, String output) {
    if (!lines.isEmpty()) {
      lines.add(new Line("", "cell"));
    }
    lines.add(new Line("$ " + command, "command"));
    String style = "heading";
    for (String line : output.lines().toList()) {
      lines.add(new Line(line, style));
      style = "cell";
    }
    return this;
  }

  String svg() {
    int columns = lines.stream().mapToInt(line -> DisplayText.width(line.text())).max().orElse(0);
    int width = (int) Math.ceil(columns * CELL_WIDTH) + 2 * MARGIN;
    int height = TITLE_BAR + lines.size() * LINE_HEIGHT + MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
          <title>%3$s</title>
        """
            .formatted(width, height, escape(title)));
    svg.append(STYLE);
    svg.append(
        """
          <rect width="%d" height="%d" rx="8" fill="#0d1117" stroke="#30363d"/>
          <circle cx="20" cy="16" r="5" fill="#ff5f57"/>
          <circle cx="38" cy="16" r="5" fill="#febc2e"/>
          <circle cx="56" cy="16" r="5" fill="#28c840"/>
        """
            .formatted(width, height));
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), TITLE_BAR + (i + 1) * LINE_HEIGHT - 5);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(StringBuilder svg, Line line, int baseline) {
    Matcher segments = SEGMENT.matcher(line.text());
    while (segments.find()) {
      String text = segments.group();
      double x =
          MARGIN + DisplayText.width(line.text().substring(0, segments.start())) * CELL_WIDTH;
      double width = DisplayText.width(text) * CELL_WIDTH;
      if (text.startsWith("█") || text.startsWith("░")) {
        svg.append(
            format(
                "  <rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>%n",
                x,
                baseline - BAR_HEIGHT + 2,
                width,
                BAR_HEIGHT,
                text.startsWith("█") ? "full" : "open"));
      } else {
        svg.append(
            format(
                "  <text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" class=\"%s\">%s</text>%n",
                x, baseline, width, line.style(), escape(text)));
      }
    }
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
