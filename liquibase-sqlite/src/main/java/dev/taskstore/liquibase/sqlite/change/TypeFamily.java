package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * What the conversion of values needs of a type.
 *
 * @param family the family of the type
 * @param base the standard name of the type, without its arguments
 * @param length the length of a text, or the precision of a number or time; 0 if not given
 * @param scale the number of decimal places
 */
record TypeFamily(Family family, String base, int length, int scale) {

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

  private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");

  /** The family of the type that a table records. Without a type, the values can be anything. */
  static TypeFamily ofRecorded(String type) {
    try {
      return type.isEmpty()
          ? new TypeFamily(Family.OTHER, "", 0, 0)
          : of(ColumnType.of(type, false));
    } catch (UnexpectedLiquibaseException e) {
      return new TypeFamily(Family.OTHER, type, 0, 0);
    }
  }

  static TypeFamily of(ColumnType type) {
    Matcher arguments = ARGUMENTS.matcher(type.toString());
    boolean found = arguments.find();
    int length = found ? Integer.parseInt(arguments.group(1)) : 0;
    int scale = found && arguments.group(2) != null ? Integer.parseInt(arguments.group(2)) : 0;
    String base = arguments.reset().replaceAll("");
    return new TypeFamily(family(base, length), base, length, scale);
  }

  private static Family family(String base, int length) {
    return switch (base) {
      case "varchar", "char", "text", "TEXT" -> Family.TEXT;
      case "smallint", "integer", "bigint", "INTEGER" -> Family.INTEGER;
      case "boolean" -> Family.BOOLEAN;
      case "decimal" -> length <= MAXIMUM_DIGITS ? Family.DECIMAL : Family.OTHER;
      case "real", "double precision", "REAL" -> Family.FLOAT;
      default -> Family.OTHER;
    };
  }

  /** Returns whether equal values of two types are stored equally, as a foreign key requires. */
  static boolean areComparable(ColumnType some, ColumnType other) {
    if (some.standardType() == null || other.standardType() == null) {
      return some.storage().equals(other.storage());
    }
    TypeFamily a = of(some);
    TypeFamily b = of(other);
    return a.family == b.family
        && a.scale == b.scale
        && (a.family != Family.OTHER || a.base.equals(b.base));
  }

  /** Returns whether values of another precision of this type are values of this type. */
  boolean contains(TypeFamily other) {
    boolean longer = length == 0 || (other.length != 0 && other.length <= length);
    return base.equals(other.base) && scale == other.scale && longer && !base.equals("decimal");
  }
}
