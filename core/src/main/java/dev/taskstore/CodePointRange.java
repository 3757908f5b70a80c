package dev.taskstore;

import org.jspecify.annotations.Nullable;

/** Ranges of texts in code point order. */
final class CodePointRange {

  private CodePointRange() {}

  /**
   * Returns the least text that is greater than all texts with the prefix, or null if no such text
   * exists.
   */
  static @Nullable String endOfPrefix(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      int start = end - Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return prefix.substring(0, start) + Character.toString(next);
      }
      end = start;
    }
    return null;
  }
}
