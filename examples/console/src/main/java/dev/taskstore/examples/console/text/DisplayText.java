package dev.taskstore.examples.console.text;

/**
 * Measures text in terminal columns and removes control characters.
 *
 * <p>Characters of the large blocks of classes W and F in Unicode Standard Annex 11 are two columns
 * wide, combining marks have no width, and all others are one column wide.
 */
public final class DisplayText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  /** The first and last code points of blocks whose characters are two columns wide. */
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
   * Returns a text as one line without control characters.
   *
   * @param text the text
   * @return the text with each run of line breaks and tabs replaced by a space, and other control
   *     characters replaced by U+FFFD
   */
  public static String oneLine(String text) {
    return lines(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " "));
  }

  /**
   * Returns a text of several lines without control characters.
   *
   * @param text the text
   * @return the text with {@code \n} between lines, and control characters replaced by U+FFFD
   */
  public static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(c -> c != '\n' && c != '\t' && isUnsafe(c) ? REPLACEMENT : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Control characters move the cursor; directional characters reorder the text around them. */
  private static boolean isUnsafe(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /**
   * Returns the width of a line.
   *
   * @param line the line
   * @return the width in columns
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
   * Shortens a line that is too wide.
   *
   * @param line the line
   * @param maximum the maximum width in columns, at least 1
   * @return the line, or its beginning followed by an ellipsis
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
