package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A constraint of a table or of a column.
 *
 * @param kind what it constrains
 * @param name its name, if it is given one
 * @param columns the columns of a key; the column that bears it; none for a check of the table
 * @param expression what a check asks, without its parentheses
 * @param reference what a foreign key refers to
 * @param notValid whether {@code NOT VALID} is written: rows that are there are not looked at
 * @param usingIndex the index that {@code USING INDEX} makes into a key
 */
public record ConstraintDefinition(
    Kind kind,
    Optional<String> name,
    List<String> columns,
    Optional<String> expression,
    Optional<Reference> reference,
    boolean notValid,
    Optional<String> usingIndex) {

  /** Copies the list. */
  public ConstraintDefinition {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(usingIndex, "usingIndex");
    columns = List.copyOf(columns);
  }

  /** What a constraint constrains. */
  public enum Kind {
    /** The columns identify a row. */
    PRIMARY_KEY,
    /** No two rows agree in the columns. */
    UNIQUE,
    /** The columns refer to a row of a table. */
    FOREIGN_KEY,
    /** An expression is not false. */
    CHECK,
    /** The column is never null. */
    NOT_NULL,
    /** PostgreSQL's {@code EXCLUDE}. */
    EXCLUDE
  }

  /**
   * What a foreign key refers to.
   *
   * @param table the name of the table
   * @param columns its columns; none means its primary key
   * @param onDelete the action in upper case, such as {@code CASCADE} or {@code SET NULL}, if there
   *     is one
   * @param onUpdate the action in upper case, if there is one
   */
  public record Reference(
      String table, List<String> columns, Optional<String> onDelete, Optional<String> onUpdate) {

    /** Copies the list. */
    public Reference {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(onDelete, "onDelete");
      Objects.requireNonNull(onUpdate, "onUpdate");
      columns = List.copyOf(columns);
    }
  }
}
