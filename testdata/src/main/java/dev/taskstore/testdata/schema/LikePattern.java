package dev.taskstore.testdata.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates the patterns of LIKE. */
final class LikePattern {

  private LikePattern() {}

  /** Returns a regular expression that matches whole texts, by code point. */
  static Pattern of(String like, @Nullable Character escape) {
    StringBuilder regex = new StringBuilder();
    boolean isEscaped = false;
    for (int c : like.codePoints().toArray()) {
      if (!isEscaped && escape != null && c == escape) {
        isEscaped = true;
      } else {
        boolean isWildcard = !isEscaped && (c == '%' || c == '_');
        String wildcard = c == '%' ? ".*" : ".";
        regex.append(isWildcard ? wildcard : Pattern.quote(Character.toString(c)));
        isEscaped = false;
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
