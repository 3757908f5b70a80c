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

  private record Column(String heading, boolean isNumeric) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Adds a left-aligned column.
   *
   * @param heading the heading
   * @return this
   */
  public Table text(String heading) {
    columns.add(new Column(heading, false));
    return this;
  }

  /**
   * Adds a right-aligned column.
   *
   * @param heading the heading
   * @return this
   */
  public Table number(String heading) {
    columns.add(new Column(heading, true));
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells the text of each column
   * @return this
   */
  public Table row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + columns.size() + " columns");
    }
    rows.add(
        IntStream.range(0, cells.length)
            .mapToObj(i -> DisplayText.oneLine(String.valueOf(cells[i])))
            .toList());
    return this;
  }

  /**
   * Returns the lines of the table, each ending with {@code \n}, or nothing if there are no rows.
   */
  @Override
  public String toString() {
    if (rows.isEmpty()) {
      return "";
    }
    int[] shown =
        IntStream.range(0, columns.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .toArray();
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    append(text, columns.stream().map(Column::heading).toList(), shown, widths);
    rows.forEach(row -> append(text, row, shown, widths));
    return text.toString();
  }

  private int width(int column) {
    int heading = DisplayText.width(columns.get(column).heading());
    return rows.stream()
        .mapToInt(row -> DisplayText.width(row.get(column)))
        .reduce(heading, Math::max);
  }

  private void append(StringBuilder text, List<String> cells, int[] shown, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column : shown) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - DisplayText.width(cell));
      boolean numeric = columns.get(column).isNumeric();
      line.append(line.isEmpty() ? "" : GAP).append(numeric ? padding + cell : cell + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
