package dev.taskstore.examples.console.text;

/** Draws horizontal bars of block characters to a common scale. */
public final class Bar {

  /** The width of the longest bar in columns. */
  public static final int WIDTH = 30;

  private Bar() {}

  /**
   * Draws a bar whose first part is filled.
   *
   * @param filled the value of the filled part, 0 to {@code total}
   * @param total the value of the bar, 0 to {@code greatest}
   * @param greatest the value of the longest bar
   * @return the bar; parts greater than 0 have at least one column if the bar has two
   */
  public static String of(long filled, long total, long greatest) {
    if (total == 0) {
      return "";
    }
    int length = scale(total, greatest);
    int full = filled == 0 ? 0 : Math.min(length, scale(filled, greatest));
    if (full == length && filled < total && length > 1) {
      full--;
    }
    return "█".repeat(full) + "░".repeat(length - full);
  }

  private static int scale(long value, long greatest) {
    return (int) Math.max(1, Math.round((double) value * WIDTH / greatest));
  }
}
