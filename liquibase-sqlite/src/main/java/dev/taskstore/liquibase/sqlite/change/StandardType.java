package dev.taskstore.liquibase.sqlite.change;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the conversion of values needs of a type.
 *
 * @param family the family of the type
 * @param base the name of the type in lower case, without its arguments
 * @param length the length of a text, or the precision of a number; 0 if not given
 * @param scale the number of decimal places
 */
record StandardType(Family family, String base, int length, int scale) {

  /** Types with the same values. */
  enum Family {
    TEXT,
    INTEGER,
    BOOLEAN,
    DECIMAL,
    FLOAT,
    OTHER
  }

  /** Decimals with more digits are stored as BLOB. */
  private static final int MAXIMUM_DIGITS = 18;

  private static final Pattern TYPE =
      Pattern.compile("\\s*([^(]*?)\\s*(?:\\(\\s*(\\d+)[^,)]*(?:,\\s*(\\d+)\\s*)?\\).*)?");

  static StandardType of(String written) {
    Matcher matcher = TYPE.matcher(written.toLowerCase(Locale.ROOT).replace("java.sql.types.", ""));
    if (!matcher.matches()) {
      return new StandardType(Family.OTHER, written.strip(), 0, 0);
    }
    String base = matcher.group(1);
    int length = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int scale = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    Family family = family(base, length);
    return new StandardType(
        family, family == Family.OTHER ? base : "", family == Family.INTEGER ? 0 : length, scale);
  }

  private static Family family(String base, int length) {
    return switch (base) {
      case "varchar", "nvarchar", "varchar2", "nvarchar2", "text", "clob", "longtext",
              "mediumtext", "longvarchar", "character varying" ->
          Family.TEXT;
      case "smallint", "tinyint", "int", "integer", "mediumint", "bigint", "int2", "int4", "int8",
              "serial", "bigserial" ->
          Family.INTEGER;
      case "boolean", "bool", "bit" -> Family.BOOLEAN;
      case "decimal", "numeric", "number" -> length > 0 && length <= MAXIMUM_DIGITS
          ? Family.DECIMAL
          : Family.OTHER;
      case "double", "double precision", "float8", "real", "float4", "float" -> Family.FLOAT;
      default -> Family.OTHER;
    };
  }
}
