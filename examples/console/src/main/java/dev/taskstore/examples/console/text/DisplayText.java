package dev.taskstore.examples.console.text;

/**
 * Text as a terminal shows it: how many columns it takes, and nothing in it that a terminal would
 * obey.
 *
 * <p>Widths follow the classes W and F of Unicode Standard Annex 11 in their large blocks;
 * combining marks take no column.
 */
public final class DisplayText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  /** First and last code points of the blocks that take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul initial consonants
    {0x2E80, 0x303E}, // CJK radicals and punctuation
    {0x3041, 0xA4CF}, // kana, CJK ideographs, Yi
    {0xA960, 0xA97F}, // Hangul initial consonants, extended
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // CJK compatibility ideographs
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF00, 0xFF60}, // fullwidth forms
    {0xFFE0, 0xFFE6}, // fullwidth signs
    {0x1F300, 0x1F64F}, // pictographs and emoticons
    {0x1F680, 0x1F6FF}, // transport and map symbols
    {0x1F900, 0x1F9FF}, // supplemental pictographs
    {0x20000, 0x3FFFD}, // CJK ideographs, extensions
  };

  private DisplayText() {}

  /**
   * Makes one line that is safe to show.
   *
   * @param text any text
   * @return the text with each run of line breaks and tabs as a space, and other control characters
   *     replaced
   */
  public static String oneLine(String text) {
    return lines(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " "));
  }

  /**
   * Makes lines that are safe to show.
   *
   * @param text any text
   * @return the text with {@code \n} between lines, and control characters replaced
   */
  public static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(c -> c != '\n' && c != '\t' && isUnsafe(c) ? REPLACEMENT : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Control characters move the cursor, directional ones reorder what stands beside them. */
  private static boolean isUnsafe(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /**
   * Counts the columns that a line takes.
   *
   * @param line a line
   * @return its width
   */
  public static int width(String line) {
    return line.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (codePoint >= block[0] && codePoint <= block[1]) {
        return 2;
      }
    }
    return 1;
  }

  /**
   * Cuts a line that is too wide.
   *
   * @param line a line
   * @param maximum the greatest width, from 1
   * @return the line, or its beginning and an ellipsis
   */
  public static String truncate(String line, int maximum) {
    if (width(line) <= maximum) {
      return line;
    }
    StringBuilder beginning = new StringBuilder();
    int width = 0;
    for (int codePoint : line.codePoints().toArray()) {
      width += width(codePoint);
      if (width > maximum - 1) {
        break;
      }
      beginning.appendCodePoint(codePoint);
    }
    return beginning.toString().stripTrailing() + ELLIPSIS;
  }
}
