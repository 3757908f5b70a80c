package dev.taskstore.db.spi;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The predicates and functions of text in which databases differ. The library renders jOOQ's {@code
 * like}, {@code startsWith}, {@code lower} and their relatives by these methods, so that they have
 * the same result on every dialect. The defaults are standard SQL.
 *
 * <p>Implementations must be stateless and thread-safe. They must return SQL of their own, such as
 * {@link DSL#condition(String, org.jooq.QueryPart...)}, instead of the jOOQ methods they implement.
 */
public interface TextFunctions {

  /** The defaults. */
  TextFunctions STANDARD = new TextFunctions() {};

  /**
   * Returns the condition that a text matches a pattern. It compares code points; whether it
   * ignores case depends on the pattern alone. It is unknown if the text is null.
   *
   * @param text the text
   * @param pattern the pattern
   * @return the condition; by default {@code LIKE}, and a regular expression if the pattern ignores
   *     case
   */
  default Condition matches(Field<?> text, TextPattern pattern) {
    return pattern.ignoresCase()
        ? RegularExpression.matches(
            text, pattern.render("(?s)^", RegularExpression::character, ".", ".*", "(?!.)"))
        : DSL.condition(
            "({0} like {1} escape '!')",
            text,
            pattern.render(
                "",
                codePoint ->
                    ("!%_".indexOf(codePoint) >= 0 ? "!" : "") + Character.toString(codePoint),
                "_",
                "%",
                ""));
  }

  /**
   * Returns the condition that a text starts with the value of an expression.
   *
   * @param text the text
   * @param prefix the expression
   * @return the condition, unknown if one of them is null
   */
  default Condition startsWith(Field<?> text, Field<?> prefix) {
    return DSL.condition("({0} like ({1} || '%') escape '!')", text, Escapes.of(prefix));
  }

  /**
   * Returns the condition that a text contains the value of an expression.
   *
   * @param text the text
   * @param part the expression
   * @return the condition, unknown if one of them is null
   */
  default Condition contains(Field<?> text, Field<?> part) {
    return DSL.condition("({0} like ('%' || {1} || '%') escape '!')", text, Escapes.of(part));
  }

  /**
   * Returns the condition that a text ends with the value of an expression.
   *
   * @param text the text
   * @param suffix the expression
   * @return the condition, unknown if one of them is null
   */
  default Condition endsWith(Field<?> text, Field<?> suffix) {
    return DSL.condition("({0} like ('%' || {1}) escape '!')", text, Escapes.of(suffix));
  }

  /**
   * Returns a text with the letters A to Z in lower case.
   *
   * @param text a column or expression
   * @return the text
   */
  default Field<String> lower(Field<?> text) {
    return DSL.field("lower({0})", SQLDataType.VARCHAR, text);
  }

  /**
   * Returns a text with the letters a to z in upper case.
   *
   * @param text a column or expression
   * @return the text
   */
  default Field<String> upper(Field<?> text) {
    return DSL.field("upper({0})", SQLDataType.VARCHAR, text);
  }

  /**
   * Returns a text that is ordered by code point, whatever the locale of the server is.
   *
   * @param text an expression without a collation of its own
   * @return the text; by default the expression
   */
  default Field<?> ordered(Field<?> text) {
    return text;
  }
}
