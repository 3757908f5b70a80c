package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column as {@code CREATE TABLE} or {@code ADD COLUMN} declares it.
 *
 * @param name the name of the column
 * @param type the type as written, such as {@code timestamp(6) with time zone}; empty if none is
 * @param notNull whether {@code NOT NULL} is written; false for {@code PRIMARY KEY} alone
 * @param defaultExpression the text after {@code DEFAULT}, as written
 * @param collation the name after {@code COLLATE}
 * @param generated the text after {@code GENERATED} or {@code AS}, as written: an expression or
 *     {@code IDENTITY}
 * @param constraints the constraints of the column, including {@code NOT NULL}
 */
public record ColumnDefinition(
    String name,
    String type,
    boolean notNull,
    Optional<String> defaultExpression,
    Optional<String> collation,
    Optional<String> generated,
    List<ConstraintDefinition> constraints) {

  /** Copies the list. */
  public ColumnDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultExpression, "defaultExpression");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(generated, "generated");
    constraints = List.copyOf(constraints);
  }
}
