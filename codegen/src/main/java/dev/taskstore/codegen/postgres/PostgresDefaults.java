package dev.taskstore.codegen.postgres;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the defaults of PostgreSQL's catalog into literals of the SQL standard. */
final class PostgresDefaults {

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
      return type.equals("BOOLEAN") ? plain.toUpperCase(Locale.ROOT) : plain;
    }
    return switch (type) {
      case "DATE" -> "DATE " + plain;
      case "TIME" -> "TIME " + plain;
      case "TIMESTAMP" -> "TIMESTAMP " + plain;
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP WITH TIME ZONE " + plain;
      case "BINARY VARYING" ->
          plain.startsWith("'\\x") ? "X'" + plain.substring("'\\x".length()) : plain;
      case "SMALLINT", "INTEGER", "BIGINT", "NUMERIC" -> number(plain);
      default -> plain;
    };
  }

  private static String number(String literal) {
    Matcher number = NUMBER.matcher(literal);
    return number.matches() ? number.group(1) : literal;
  }
}
