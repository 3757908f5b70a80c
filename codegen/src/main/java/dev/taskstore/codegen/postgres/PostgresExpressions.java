package dev.taskstore.codegen.postgres;

import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the expressions of PostgreSQL's catalog without what PostgreSQL adds to them. */
final class PostgresExpressions {

  private static final Pattern CAST =
      Pattern.compile(
          "::(?:(?:\"(?:[^\"]|\"\")*\"|[a-z_][a-z0-9_]*)\\.)?"
              + "(?:character varying|bit varying|double precision"
              + "|(?:time|timestamp)(?:\\(\\d\\))? with(?:out)? time zone"
              + "|\"(?:[^\"]|\"\")*\"|[a-z_][a-z0-9_]*)"
              + "(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[\\])*");

  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

  /** A literal, which stays as it is, or a comparison with the elements of an array. */
  private static final Pattern ANY =
      Pattern.compile(
          "'(?:[^']|'')*'|= ANY (\\(+)ARRAY\\[((?:[^'\\[\\]]|'(?:[^']|'')*')*)\\](\\)+)");

  /** A literal, or a name or a number in parentheses that are not those of a function. */
  private static final Pattern PARENTHESES =
      Pattern.compile(
          "'(?:[^']|'')*'|(?<!IN )(?<![\\w\"])\\(((?:[a-z_][a-z0-9_]*)|\"(?:[^\"]|\"\")*\"|-?[\\d.]+)\\)");

  private PostgresExpressions() {}

  /**
   * Removes casts, writes {@code = ANY (ARRAY[...])} as {@code IN (...)}, and removes the
   * parentheses of single names.
   */
  static String withoutCasts(String expression) {
    String plain = outsideLiterals(expression);
    String lists = ANY.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(list(found)));
    return PARENTHESES
        .matcher(lists)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNullElse(found.group(1), found.group())));
  }

  private static String list(MatchResult found) {
    String open = found.group(1);
    if (open == null) {
      return found.group();
    }
    // What closes more than the list opens belongs to the condition around it.
    String close = found.group(3);
    return "IN (" + found.group(2) + ")" + close.substring(Math.min(open.length(), close.length()));
  }

  private static String outsideLiterals(String expression) {
    StringBuilder plain = new StringBuilder();
    Matcher literal = LITERAL.matcher(expression);
    Matcher cast = CAST.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      if (literal.region(at, expression.length()).lookingAt()) {
        plain.append(literal.group());
        at = literal.end();
      } else if (cast.region(at, expression.length()).lookingAt()) {
        at = cast.end();
      } else {
        plain.append(expression.charAt(at));
        at++;
      }
    }
    return plain.toString();
  }
}
