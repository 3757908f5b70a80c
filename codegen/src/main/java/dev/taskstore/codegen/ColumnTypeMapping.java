package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Java type of the application for some columns.
 *
 * @param columns the columns: the expression must match {@code table.column} or the name of the
 *     column
 * @param javaType the fully qualified name of the Java type
 * @param converter the fully qualified name of an {@code org.jooq.Converter} with a public
 *     constructor without parameters, from the plain type of the column ({@code String}, {@code
 *     UUID}, {@code Instant}, {@code LocalDate}, {@code LocalTime}, {@code Long}, {@code Integer},
 *     {@code Short}, {@code BigDecimal}, {@code Boolean}, {@code byte[]} or {@code JSON}) to the
 *     Java type
 */
public record ColumnTypeMapping(Pattern columns, String javaType, String converter) {

  /** Rejects null. */
  public ColumnTypeMapping {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(javaType, "javaType");
    Objects.requireNonNull(converter, "converter");
  }

  /**
   * Returns whether a column has this type.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return whether the expression matches
   */
  public boolean matches(String table, String column) {
    return ModelOptions.matches(columns, table, column);
  }
}
