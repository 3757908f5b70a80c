package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Java type of the application's own for some columns.
 *
 * @param columns which columns: matched against the whole of {@code table.column}, or against the
 *     name of the column alone when the expression has no literal dot
 * @param javaType the full name of the Java type
 * @param converter the full name of an {@code org.jooq.Converter} with a public constructor without
 *     parameters, from the column's plain type ({@code String}, {@code UUID}, {@code Instant},
 *     {@code LocalDate}, {@code LocalTime}, {@code Long}, {@code Integer}, {@code Short}, {@code
 *     BigDecimal}, {@code Boolean}, {@code byte[]} or {@code JSON}) to the Java type
 */
public record ColumnTypeMapping(Pattern columns, String javaType, String converter) {

  /** Checks that no part is null. */
  public ColumnTypeMapping {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(javaType, "javaType");
    Objects.requireNonNull(converter, "converter");
  }

  /**
   * Says whether a column has this type.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return whether the expression matches
   */
  public boolean matches(String table, String column) {
    return ModelOptions.matches(columns, table, column);
  }
}
