package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.catalog.CatalogType;
import java.util.Locale;
import java.util.OptionalInt;

/** Converts the types of PostgreSQL's catalog into those of the SQL standard. */
final class PostgresTypes {

  private static final int MICROSECONDS = 6;
  // The length of a variable-length value is stored with the four bytes of its own.
  private static final int HEADER = 4;
  private static final int SCALE_BITS = 0x7ff;

  private PostgresTypes() {}

  /**
   * Converts a type.
   *
   * @param type the name that format_type returns without a modifier
   * @param written the name that format_type returns with the modifier
   * @param modifier the modifier of the column, -1 if there is none
   */
  static CatalogType standard(String type, String written, int modifier) {
    return switch (type) {
      case "text" -> plain("CHARACTER VARYING");
      case "character varying" -> withLength("CHARACTER VARYING", modifier);
      case "character" -> withLength("CHARACTER", modifier);
      case "bytea" -> plain("BINARY VARYING");
      case "timestamp without time zone" -> withFraction("TIMESTAMP", modifier);
      case "timestamp with time zone" -> withFraction("TIMESTAMP WITH TIME ZONE", modifier);
      case "time without time zone" -> withFraction("TIME", modifier);
      case "numeric" ->
          modifier < 0
              ? plain("NUMERIC WITHOUT PRECISION")
              : new CatalogType(
                  "NUMERIC", OptionalInt.empty(), (modifier - HEADER) >> 16, scale(modifier));
      default -> plain(written.toUpperCase(Locale.ROOT));
    };
  }

  private static CatalogType plain(String name) {
    return new CatalogType(name, OptionalInt.empty(), 0, 0);
  }

  private static CatalogType withLength(String name, int modifier) {
    return new CatalogType(
        name, modifier < 0 ? OptionalInt.empty() : OptionalInt.of(modifier - HEADER), 0, 0);
  }

  private static CatalogType withFraction(String name, int modifier) {
    return new CatalogType(name, OptionalInt.empty(), modifier < 0 ? MICROSECONDS : modifier, 0);
  }

  /** A scale can be negative: it has 11 bits, of which the first is the sign. */
  private static int scale(int modifier) {
    return (((modifier - HEADER) & SCALE_BITS) ^ 1024) - 1024;
  }
}
