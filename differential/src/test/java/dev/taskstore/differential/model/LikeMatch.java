package dev.taskstore.differential.model;

import org.jspecify.annotations.Nullable;

/** Matches texts with patterns of LIKE, code point by code point. */
public final class LikeMatch {

  private static final int LONGEST = 3_500;
  private static final int NONE = -1;

  private final int[] text;
  private final int[] pattern;
  private final int escape;
  private final boolean ignoresCase;

  private LikeMatch(String text, String pattern, @Nullable Character escape, boolean ignoresCase) {
    this.text = text.codePoints().toArray();
    this.pattern = pattern.codePoints().toArray();
    this.escape = escape == null ? NONE : escape;
    this.ignoresCase = ignoresCase;
  }

  /** Returns whether a text matches a pattern. */
  public static boolean matches(
      String text, String pattern, @Nullable Character escape, boolean ignoresCase) {
    return new LikeMatch(text, pattern, escape, ignoresCase).matches();
  }

  /** Rejects patterns that no database accepts. */
  public static void check(String pattern, @Nullable Character escape) {
    Values.checkParameter(pattern);
    int elements = 0;
    int[] all = pattern.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      if (escape != null && all[i] == escape && ++i == all.length) {
        throw ModelFailure.invalid();
      }
      elements++;
    }
    if (elements > LONGEST) {
      throw ModelFailure.invalid();
    }
  }

  /** Returns a pattern for a text without wildcards, escaped by a caret. */
  public static String escaped(String text) {
    return text.replace("^", "^^").replace("%", "^%").replace("_", "^_");
  }

  /** Returns a text with the letters A to Z in lower case. */
  public static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }

  /** Computes which beginnings of the text each beginning of the pattern matches. */
  private boolean matches() {
    boolean[] matched = new boolean[text.length + 1];
    matched[0] = true;
    for (int i = 0; i < pattern.length; i++) {
      boolean[] next = new boolean[text.length + 1];
      if (pattern[i] == '%' && escape != '%') {
        boolean any = false;
        for (int end = 0; end <= text.length; end++) {
          any |= matched[end];
          next[end] = any;
        }
      } else {
        boolean isEscaped = pattern[i] == escape;
        int wanted = isEscaped ? pattern[++i] : pattern[i];
        boolean isAny = !isEscaped && wanted == '_';
        for (int end = 1; end <= text.length; end++) {
          next[end] = matched[end - 1] && (isAny || equal(text[end - 1], wanted));
        }
      }
      matched = next;
    }
    return matched[text.length];
  }

  private boolean equal(int found, int wanted) {
    return ignoresCase ? TitleMatch.isForm(found, wanted) : found == wanted;
  }
}
