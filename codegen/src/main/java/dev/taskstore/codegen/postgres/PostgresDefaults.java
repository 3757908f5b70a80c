package dev.taskstore.codegen.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the defaults of PostgreSQL's catalog into literals of the SQL standard. */
final class PostgresDefaults {

  private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)$");
  private static final Pattern NUMBER = Pattern.compile("'(-?[\\d.]+)'");

  private PostgresDefaults() {}

  /**
   * Converts a default.
   *
   * @param expression the expression that pg_get_expr returns
   * @param type the standard name of the type of the column
   */
  static String standard(String expression, String type) {
    String plain = PostgresExpressions.withoutCasts(expression);
    if (!plain.startsWith("'")) {
      return plain;
    }
    return switch (type) {
      case "DATE" -> "DATE " + plain;
      case "TIME" -> "TIME " + plain;
      case "TIMESTAMP" -> "TIMESTAMP " + plain;
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP WITH TIME ZONE " + withMinutes(plain);
      case "BINARY VARYING" ->
          plain.startsWith("'\\x") ? "X'" + plain.substring("'\\x".length()) : plain;
      case "SMALLINT", "INTEGER", "BIGINT", "NUMERIC" -> number(plain);
      default -> plain;
    };
  }

  private static String withMinutes(String literal) {
    String text = literal.substring(1, literal.length() - 1);
    return "'" + OFFSET.matcher(text).replaceFirst("$1:00") + "'";
  }

  private static String number(String literal) {
    Matcher number = NUMBER.matcher(literal);
    return number.matches() ? number.group(1) : literal;
  }
}
