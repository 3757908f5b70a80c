package dev.taskstore.db.spi;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Case-insensitive search for texts that contain another text.
 *
 * <p>{@link #variants} determines in Java which letters are equal, so that every dialect finds the
 * same rows; the database only matches the resulting pattern. By default, the pattern is a regular
 * expression. Implementations must be stateless and thread-safe.
 */
public interface TextSearch {

  /** The default: jOOQ's portable regular expression. */
  TextSearch REGULAR_EXPRESSION = new TextSearch() {};

  /**
   * Creates the condition that a text matches a pattern. Implementations return SQL of their own,
   * such as {@link org.jooq.impl.DSL#condition(String, org.jooq.QueryPart...)}.
   *
   * @param text the column to search
   * @param pattern a parameter for the result of {@link #pattern}
   * @return the condition
   */
  default Condition matches(Field<String> text, Field<String> pattern) {
    return RegularExpression.matches(text, pattern);
  }

  /**
   * Creates the pattern that finds a text at any position.
   *
   * @param text the text to find, without wildcards
   * @return the pattern
   */
  default String pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints().mapToObj(RegularExpression::character).forEach(pattern::append);
    return pattern.toString();
  }

  /**
   * Returns the forms of a letter that are equal: the letter itself and its simple upper, lower and
   * title case mappings of the Unicode Character Database, as implemented by {@link Character}.
   *
   * @param codePoint a code point
   * @return the forms, the code point itself first
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
