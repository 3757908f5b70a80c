package dev.taskstore.examples.console;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.Arrays;

/**
 * Detects arguments and environment variables that Java could not decode. The encoding of the
 * locale decodes them; Java replaces what this encoding does not contain, and the original text is
 * lost.
 */
final class UndecodedText {

  private static final char REPLACEMENT = '\uFFFD';

  private UndecodedText() {}

  /** Returns whether one of the texts is not decoded completely. */
  static boolean isIn(String... texts) {
    return Arrays.stream(texts).anyMatch(text -> text.indexOf(REPLACEMENT) >= 0);
  }

  /**
   * Checks a text that does not come from an argument.
   *
   * @throws InvalidArgumentException if it is not decoded completely
   */
  static void check(String what, String text) {
    if (isIn(text)) {
      throw new InvalidArgumentException(message(what), FailureContext.NONE);
    }
  }

  /** Returns the message for the user. */
  static String message(String what) {
    return what
        + " contains characters that the encoding of the locale, "
        + System.getProperty("sun.jnu.encoding")
        + ", cannot represent. Set a UTF-8 locale, for example LC_ALL=C.UTF-8";
  }
}
