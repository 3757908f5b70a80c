package dev.taskstore.codegen.catalog;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The type of a column.
 *
 * @param name the name of the type in the SQL standard, in upper case, without length, precision
 *     and scale, such as {@code TIMESTAMP WITH TIME ZONE}. A type that is not generated has the
 *     name that PostgreSQL returns, with the numbers: {@code BIT(8)} or {@code TIME(6) WITH TIME
 *     ZONE}
 * @param length the greatest length of text (in characters) or binary data (in bytes); empty when
 *     the type has no limit
 * @param precision the digits of a number or of the fraction of a second; 0 for other types
 * @param scale the digits behind the point of a number; 0 for other types
 */
public record CatalogType(String name, OptionalInt length, int precision, int scale) {

  /** Rejects null. */
  public CatalogType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(length, "length");
  }
}
