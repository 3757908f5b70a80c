package dev.taskstore.liquibase.sqlite.type;

import dev.taskstore.liquibase.sqlite.text.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.DatabaseFunction;

/** The storage of a standard type on SQLite. Immutable. */
public final class ColumnType {

  private static final Pattern TYPE =
      Pattern.compile("\\s*([a-z0-9_ ]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)\\s*)?");

  private final String storage;
  private final List<Limit> limits;
  private final int scale;
  private final boolean time;

  private ColumnType(String storage, List<Limit> limits, int scale, boolean time) {
    this.storage = storage;
    this.limits = limits;
    this.scale = scale;
    this.time = time;
  }

  /** Returns the storage of a type. */
  public static ColumnType of(String typeAsWritten, boolean autoIncrement) {
    Matcher matcher = TYPE.matcher(typeAsWritten.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw unknown(typeAsWritten);
    }
    String first = matcher.group(2);
    int length = first == null ? 0 : Integer.parseInt(first);
    int scale = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return switch (matcher.group(1)) {
      case "smallint", "tinyint" -> integer("-32768 AND 32767", autoIncrement);
      case "int", "integer", "mediumint" -> integer("-2147483648 AND 2147483647", autoIncrement);
      case "bigint" -> new ColumnType("INTEGER", List.of(), 0, false);
      case "boolean" -> new ColumnType(
          "INTEGER", List.of(new Limit("boolean", c -> c + " IN (0, 1)")), 0, false);
      case "decimal", "numeric" -> {
        BigInteger limit = BigInteger.TEN.pow(length).subtract(BigInteger.ONE);
        yield new ColumnType(
            "INTEGER", List.of(range("-" + limit + " AND " + limit)), scale, false);
      }
      case "varchar", "char" -> new ColumnType(
          "TEXT", List.of(new Limit("length", c -> "length(" + c + ") <= " + length)), 0, false);
      case "text", "clob" -> new ColumnType("TEXT", List.of(), 0, false);
      case "double", "real" -> new ColumnType("REAL", List.of(), 0, false);
      case "blob", "uuid" -> new ColumnType("BLOB", List.of(), 0, false);
      case "timestamp" -> new ColumnType("INTEGER", List.of(), 0, true);
      default -> throw unknown(typeAsWritten);
    };
  }

  private static UnexpectedLiquibaseException unknown(String type) {
    return new UnexpectedLiquibaseException("The type " + type + " is unknown.");
  }

  private static ColumnType integer(String range, boolean autoIncrement) {
    return new ColumnType("INTEGER", autoIncrement ? List.of() : List.of(range(range)), 0, false);
  }

  private static Limit range(String range) {
    return new Limit("range", column -> column + " BETWEEN " + range);
  }

  /** Returns INTEGER, REAL, TEXT or BLOB. */
  public String storage() {
    return storage;
  }

  /** Returns the limits. */
  public List<Limit> limits() {
    return limits;
  }

  /** Returns the SQL literal of a value. */
  public String literal(Object value) {
    if (value instanceof DatabaseFunction function) {
      return function.getValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    String text = value.toString();
    if (storage.equals("INTEGER") && !time) {
      return new BigDecimal(text)
          .movePointRight(scale)
          .setScale(0, RoundingMode.HALF_UP)
          .toPlainString();
    }
    return storage.equals("TEXT") ? Names.string(text) : text;
  }
}
