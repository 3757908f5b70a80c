package dev.taskstore.bench.simulation;

import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.Units;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Lines of Markdown. */
final class Lines {

  private final StringBuilder text = new StringBuilder();

  /** Returns all lines, with an empty one at the end. */
  String text() {
    return text + "\n";
  }

  void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** Adds an item of a list. */
  void item(String format, Object... arguments) {
    line("- " + format, arguments);
  }

  /** Adds a heading between empty lines. */
  void heading(String title) {
    line("");
    line("### %s", title);
    line("");
  }

  /** Adds a row of a table. */
  void row(String... cells) {
    Markdown.row(text, List.of(cells));
  }

  /** Formats a time in nanoseconds. */
  static String time(double nanos) {
    return Units.time(OptionalDouble.of(nanos));
  }

  /** Formats a count or a rate. */
  static String count(double count) {
    return Units.count(OptionalDouble.of(count));
  }
}
