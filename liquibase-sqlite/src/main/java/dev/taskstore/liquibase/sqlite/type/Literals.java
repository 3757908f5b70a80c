package dev.taskstore.liquibase.sqlite.type;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HexFormat;
import liquibase.util.ISODateFormat;

/** SQL literals of SQLite, and the text of values of a changelog. */
final class Literals {

  private Literals() {}

  static String text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValueException("the text contains the character NUL; remove it");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new InvalidValueException("the text contains half of a surrogate pair; remove it");
    }
    return "'" + value.replace("'", "''") + "'";
  }

  static String blob(byte[] value) {
    return "X'" + HexFormat.of().withUpperCase().formatHex(value) + "'";
  }

  /** Returns the text of a value as PostgreSQL receives it from Liquibase. */
  static String textOf(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof Date date ? new ISODateFormat().format(date) : value.toString();
  }

  /** Returns the number of a value, or throws if it is none. */
  static BigDecimal numberOf(Object value, String type) {
    if (value instanceof Boolean condition) {
      return condition ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (!(value instanceof Number) && !(value instanceof String)) {
      throw new InvalidValueException("the value is not a number, as " + type + " requires");
    }
    try {
      return new BigDecimal(textOf(value).strip());
    } catch (NumberFormatException e) {
      throw new InvalidValueException("the value is not a number, as " + type + " requires");
    }
  }

  static LocalDateTime localOf(Date date) {
    if (date instanceof java.sql.Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    return java.sql.Timestamp.from(date.toInstant()).toLocalDateTime();
  }
}
