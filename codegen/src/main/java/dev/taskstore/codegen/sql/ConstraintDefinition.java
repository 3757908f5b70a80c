package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A constraint of a table or of a column.
 *
 * @param kind the kind of constraint
 * @param name its name, if one is written
 * @param columns the columns of a key, or the column that declares the constraint; empty for a
 *     check of the table
 * @param expression the condition of a check, without its parentheses
 * @param reference the reference of a foreign key
 * @param notValid whether {@code NOT VALID} is written: existing rows are not checked
 * @param usingIndex the index that {@code USING INDEX} turns into a key
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

  /** The kind of a constraint. */
  public enum Kind {
    /** {@code PRIMARY KEY}. */
    PRIMARY_KEY,
    /** {@code UNIQUE}. */
    UNIQUE,
    /** {@code FOREIGN KEY} or {@code REFERENCES}. */
    FOREIGN_KEY,
    /** {@code CHECK}. */
    CHECK,
    /** {@code NOT NULL}. */
    NOT_NULL,
    /** PostgreSQL's {@code EXCLUDE}. */
    EXCLUDE
  }

  /**
   * The reference of a foreign key.
   *
   * @param table the name of the table
   * @param columns its columns; empty means its primary key
   * @param onDelete the action in upper case, such as {@code CASCADE} or {@code SET NULL}, if one
   *     is written
   * @param onUpdate the action in upper case, if one is written
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
