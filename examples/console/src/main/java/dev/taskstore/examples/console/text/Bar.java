package dev.taskstore.examples.console.text;

/** Bars of block characters, drawn to a common scale. */
public final class Bar {

  /** How many columns the longest bar takes. */
  public static final int WIDTH = 30;

  private Bar() {}

  /**
   * Draws a bar with its first part filled.
   *
   * @param filled the filled part, 0 to {@code total}
   * @param total the whole, 0 to {@code greatest}
   * @param greatest the whole of the longest bar
   * @return the bar; whatever is not 0 can be seen
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
