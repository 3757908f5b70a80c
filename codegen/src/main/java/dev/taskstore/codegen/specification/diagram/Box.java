package dev.taskstore.codegen.specification.diagram;

import java.util.List;
import java.util.function.Function;

/**
 * A box with a title and rows.
 *
 * @param title the title
 * @param rows the rows from top to bottom
 */
public record Box(String title, List<Row> rows) {

  static final int HEADER = 30;
  static final int ROW = 21;
  static final int PADDING = 10;
  static final int BOTTOM = 5;

  // Wide enough for the fonts in the style; text is not measured.
  private static final double TITLE_CHARACTER = 8.4;
  private static final double CHARACTER = 7.3;
  private static final double MARK_CHARACTER = 6.3;
  private static final int GAP = 14;
  private static final int LEAST_WIDTH = 120;

  /**
   * A row of a box.
   *
   * @param mark a short mark before the text, such as {@code PK}; may be empty
   * @param text the text
   * @param detail the text at the right edge
   */
  public record Row(String mark, String text, String detail) {}

  /** Copies the list. */
  public Box {
    rows = List.copyOf(rows);
  }

  int width() {
    double marks = longest(Row::mark) * MARK_CHARACTER;
    double texts = longest(Row::text) * CHARACTER;
    double details = longest(Row::detail) * CHARACTER;
    double row = PADDING + marks + GAP + texts + GAP + details + PADDING;
    double header = 2 * PADDING + title.length() * TITLE_CHARACTER;
    return (int) Math.ceil(Math.max(LEAST_WIDTH, Math.max(row, header)));
  }

  int height() {
    return HEADER + rows.size() * ROW + BOTTOM;
  }

  /** The distance from the left edge to the texts of rows. */
  int textStart() {
    return (int) Math.ceil(PADDING + longest(Row::mark) * MARK_CHARACTER + GAP / 2.0);
  }

  /** The distance from the upper edge to the middle of a row. */
  static int middle(int row) {
    return HEADER + row * ROW + ROW / 2;
  }

  private int longest(Function<Row, String> part) {
    return rows.stream()
        .map(part)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .max()
        .orElse(0);
  }
}
