package dev.taskstore.bench;

import java.util.List;
import java.util.Map;

/** Writes the common parts of all report sections. */
public final class Markdown {

  private Markdown() {}

  /** Starts a section with the conditions of its measurements. */
  public static StringBuilder section(Map<String, String> conditions) {
    StringBuilder text = new StringBuilder("\n");
    conditions.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    return text;
  }

  /** Appends a table row. */
  public static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
