package dev.taskstore.examples.console.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plain-text table with a line of headings, a line for each row, and aligned columns. Columns
 * that are empty in all rows are omitted. Not thread-safe.
 */
public final class Table {

  private static final String GAP = "  ";

  /** The width to which a flexible column shrinks at most. */
  private static final int MINIMUM_WIDTH = 10;

  /** Optional columns are omitted if flexible columns would be narrower than this. */
  private static final int COMFORTABLE_WIDTH = 16;

  /**
   * A text with a style.
   *
   * @param text the text
   * @param style the style
   */
  public record Cell(String text, Style style) {}

  private enum Kind {
    TEXT,
    NUMBER,
    FLEXIBLE,
    OPTIONAL
  }

  private record Column(String heading, Kind kind) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * Adds a left-aligned column.
   *
   * @param heading the heading
   * @return this
   */
  public Table text(String heading) {
    columns.add(new Column(heading, Kind.TEXT));
    return this;
  }

  /**
   * Adds a left-aligned column whose text is truncated if the table is wider than the screen. The
   * last one is truncated first.
   *
   * @param heading the heading
   * @return this
   */
  public Table flexible(String heading) {
    columns.add(new Column(heading, Kind.FLEXIBLE));
    return this;
  }

  /**
   * Adds a left-aligned column that is omitted if the screen is narrow. The first one is omitted
   * first.
   *
   * @param heading the heading
   * @return this
   */
  public Table optional(String heading) {
    columns.add(new Column(heading, Kind.OPTIONAL));
    return this;
  }

  /**
   * Adds a right-aligned column.
   *
   * @param heading the heading
   * @return this
   */
  public Table number(String heading) {
    columns.add(new Column(heading, Kind.NUMBER));
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells the text of each column, or a {@link Cell}
   * @return this
   */
  public Table row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + columns.size() + " columns");
    }
    rows.add(IntStream.range(0, cells.length).mapToObj(i -> cell(cells[i])).toList());
    return this;
  }

  private static Cell cell(Object value) {
    return value instanceof Cell cell
        ? new Cell(DisplayText.oneLine(cell.text()), cell.style())
        : new Cell(DisplayText.oneLine(String.valueOf(value)), Style.PLAIN);
  }

  /**
   * Formats the table for a screen. It is wider than the screen only if the columns that are not
   * flexible are too wide.
   *
   * @param screen the output
   * @return the lines of the table, each ending with {@code \n}, or nothing if there are no rows
   */
  public String render(Screen screen) {
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    List<Integer> shown = shown(widths, screen.columns());
    shrink(widths, shown, screen.columns());
    StringBuilder text = new StringBuilder();
    List<Cell> headings =
        columns.stream().map(column -> new Cell(column.heading(), Style.BOLD)).toList();
    append(text, headings, shown, widths, screen);
    rows.forEach(row -> append(text, row, shown, widths, screen));
    return text.toString();
  }

  /** Formats the table without a limit of its width and without colors. */
  @Override
  public String toString() {
    return render(Screen.PLAIN);
  }

  /** Returns the columns that are not empty and for which there is space. */
  private List<Integer> shown(int[] widths, int maximum) {
    List<Integer> shown =
        new ArrayList<>(
            IntStream.range(0, columns.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).text().isEmpty()))
                .boxed()
                .toList());
    for (int column : List.copyOf(shown)) {
      int needed =
          shown.stream()
              .mapToInt(c -> isFlexible(c) ? Math.min(widths[c], COMFORTABLE_WIDTH) : widths[c])
              .map(width -> width + GAP.length())
              .sum();
      if (columns.get(column).kind() == Kind.OPTIONAL && needed - GAP.length() > maximum) {
        shown.remove(Integer.valueOf(column));
      }
    }
    return shown;
  }

  private boolean isFlexible(int column) {
    return columns.get(column).kind() == Kind.FLEXIBLE;
  }

  private void shrink(int[] widths, List<Integer> shown, int maximum) {
    int total = shown.stream().mapToInt(column -> widths[column] + GAP.length()).sum();
    int excess = total - GAP.length() - maximum;
    for (int i = shown.size() - 1; i >= 0 && excess > 0; i--) {
      int column = shown.get(i);
      if (isFlexible(column) && widths[column] > MINIMUM_WIDTH) {
        int cut = Math.min(excess, widths[column] - MINIMUM_WIDTH);
        widths[column] -= cut;
        excess -= cut;
      }
    }
  }

  private int width(int column) {
    int heading = DisplayText.width(columns.get(column).heading());
    return rows.stream()
        .mapToInt(row -> DisplayText.width(row.get(column).text()))
        .reduce(heading, Math::max);
  }

  private void append(
      StringBuilder text, List<Cell> cells, List<Integer> shown, int[] widths, Screen screen) {
    String padding = "";
    String gap = "";
    for (int column : shown) {
      Cell cell = cells.get(column);
      String content = DisplayText.truncate(cell.text(), widths[column]).stripTrailing();
      String space = " ".repeat(widths[column] - DisplayText.width(content));
      padding += gap;
      gap = GAP;
      if (content.isEmpty()) {
        padding += space;
        continue;
      }
      boolean isNumeric = columns.get(column).kind() == Kind.NUMBER;
      text.append(padding).append(isNumeric ? space : "");
      text.append(cell.style().apply(content, screen));
      padding = isNumeric ? "" : space;
    }
    text.append('\n');
  }
}
