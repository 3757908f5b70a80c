package dev.taskstore.liquibase.sqlite.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that convert stored values when the type of a column changes, as PostgreSQL's
 * casts do.
 */
final class ValueConversion {

  /** An expression for the value, and a condition that is true for values without a result. */
  record Expression(String value, String refused) {

    private static Expression of(String value) {
      return new Expression(value, "0");
    }
  }

  private ValueConversion() {}

  /**
   * Returns the conversion of a column, or empty if there is none.
   *
   * @param column an expression for the stored value
   */
  static Optional<Expression> of(TypeFamily from, TypeFamily to, String column) {
    if (from.equals(to)) {
      return Optional.of(Expression.of(column));
    }
    return Optional.ofNullable(
        switch (to.family()) {
          case TEXT -> toText(from, to, column);
          case INTEGER -> toInteger(from, column);
          case DECIMAL -> toDecimal(from, to, column);
          case FLOAT -> toFloat(from, column);
          case BOOLEAN ->
              from.family() == TypeFamily.Family.INTEGER ? Expression.of(column + " <> 0") : null;
          case OTHER -> to.contains(from) ? Expression.of(column) : null;
        });
  }

  private static @Nullable Expression toText(TypeFamily from, TypeFamily to, String column) {
    String text =
        switch (from.family()) {
          case TEXT -> column;
          case INTEGER -> "CAST(" + column + " AS TEXT)";
          case BOOLEAN -> "CASE " + column + " WHEN 0 THEN 'false' WHEN 1 THEN 'true' END";
          case DECIMAL ->
              from.scale() == 0
                  ? "CAST(" + column + " AS TEXT)"
                  : ("CASE WHEN %1$s < 0 THEN '-' ELSE '' END || (abs(%1$s) / %2$s) || '.' ||"
                          + " printf('%%0"
                          + from.scale()
                          + "d', abs(%1$s) %% %2$s)")
                      .formatted(column, power(from.scale()));
          case FLOAT, OTHER -> null;
        };
    if (text == null) {
      return null;
    }
    if (to.base().equals("char")) {
      text = "rtrim(" + text + ", ' ')";
    }
    boolean limited = to.length() > 0;
    return new Expression(text, limited ? "length(" + text + ") > " + to.length() : "0");
  }

  private static @Nullable Expression toInteger(TypeFamily from, String column) {
    return switch (from.family()) {
      case INTEGER, BOOLEAN -> Expression.of(column);
      case DECIMAL -> Expression.of(rounded(column, from.scale()));
      case TEXT ->
          new Expression(
              "CAST(" + column + " AS INTEGER)",
              "CAST(CAST(" + column + " AS INTEGER) AS TEXT) <> " + column);
      case FLOAT, OTHER -> null;
    };
  }

  private static @Nullable Expression toDecimal(TypeFamily from, TypeFamily to, String column) {
    return switch (from.family()) {
      case INTEGER -> scaled(column, to.scale());
      case DECIMAL ->
          to.scale() >= from.scale()
              ? scaled(column, to.scale() - from.scale())
              : Expression.of(rounded(column, from.scale() - to.scale()));
      case BOOLEAN, TEXT, FLOAT, OTHER -> null;
    };
  }

  private static @Nullable Expression toFloat(TypeFamily from, String column) {
    return switch (from.family()) {
      case INTEGER -> Expression.of("CAST(" + column + " AS REAL)");
      case DECIMAL -> Expression.of(column + " / " + power(from.scale()) + ".0");
      case FLOAT -> Expression.of(column);
      case BOOLEAN, TEXT, OTHER -> null;
    };
  }

  private static Expression scaled(String column, int digits) {
    String limit = "9223372036854775807 / " + power(digits);
    return new Expression(
        column + " * " + power(digits), column + " NOT BETWEEN -(" + limit + ") AND " + limit);
  }

  /** Rounds half away from zero, as PostgreSQL's numeric does. */
  private static String rounded(String column, int digits) {
    if (digits == 0) {
      return column;
    }
    String half = "5" + "0".repeat(digits - 1);
    return "(abs(%1$s) + %2$s) / %3$s * CASE WHEN %1$s < 0 THEN -1 ELSE 1 END"
        .formatted(column, half, power(digits));
  }

  private static String power(int digits) {
    return "1" + "0".repeat(digits);
  }
}
