package dev.taskstore.bench;

import java.util.List;
import java.util.Map;

/** What all sections of figures are made of. */
public final class Markdown {

  private Markdown() {}

  /** Begins a section with the conditions that its figures were taken under. */
  public static StringBuilder section(Map<String, String> conditions) {
    StringBuilder text = new StringBuilder("\n");
    conditions.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    return text;
  }

  /** Adds a row of a table. */
  public static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
