package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column as {@code CREATE TABLE} or {@code ADD COLUMN} declares it.
 *
 * @param name the name of the column
 * @param type the type as it is written, such as {@code timestamp(6) with time zone}; empty when
 *     none is
 * @param notNull whether {@code NOT NULL} is written; a primary key is another matter
 * @param defaultExpression what follows {@code DEFAULT}, as it is written
 * @param collation the name that follows {@code COLLATE}
 * @param generated what follows {@code GENERATED} or {@code AS}, as it is written: an expression or
 *     {@code IDENTITY}
 * @param constraints the constraints that the column bears, each over this column, {@code NOT NULL}
 *     among them
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
