package dev.taskstore.db.spi;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * How a dialect finds the texts that contain another, whatever the case of their letters.
 *
 * <p>The letters that count as equal come from {@link #variants}, that is from Java, so that every
 * dialect finds the same rows; the database only matches a pattern made of them. The default is a
 * regular expression. Stateless.
 */
public interface TextSearch {

  /** The default: jOOQ's portable regular expression. */
  TextSearch REGULAR_EXPRESSION = new TextSearch() {};

  /**
   * The condition that a text matches a pattern.
   *
   * @param text the column that is searched
   * @param pattern a placeholder for what {@link #pattern} returns
   * @return the condition
   */
  default Condition matches(Field<String> text, Field<String> pattern) {
    return text.likeRegex(pattern);
  }

  /**
   * The pattern that finds a text anywhere.
   *
   * @param text what is looked for, taken literally
   * @return the pattern
   */
  default String pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              Set<Integer> variants = variants(codePoint);
              if (variants.size() > 1) {
                pattern.append('[');
                variants.forEach(pattern::appendCodePoint);
                pattern.append(']');
              } else {
                if ("\\.[]{}()*+?^$|".indexOf(codePoint) >= 0) {
                  pattern.append('\\');
                }
                pattern.appendCodePoint(codePoint);
              }
            });
    return pattern.toString();
  }

  /**
   * The forms of a letter that count as equal: itself and its simple upper, lower and title case
   * mappings of the Unicode Character Database, as {@link Character} has them.
   *
   * @param codePoint a code point
   * @return its forms, the code point itself first
   */
  static Set<Integer> variants(int codePoint) {
    Set<Integer> variants = new LinkedHashSet<>();
    variants.add(codePoint);
    variants.add(Character.toLowerCase(codePoint));
    variants.add(Character.toUpperCase(codePoint));
    variants.add(Character.toTitleCase(codePoint));
    return variants;
  }
}
