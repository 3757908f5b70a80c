package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;

/**
 * {@code CREATE TABLE} with its columns.
 *
 * @param text the statement as written
 * @param table the name of the table
 * @param columns the columns in order
 * @param constraints the constraints of the table, without those of columns
 * @param options the text after the parentheses, split at commas, in upper case: {@code STRICT},
 *     {@code WITHOUT ROWID}
 */
public record CreateTable(
    String text,
    String table,
    List<ColumnDefinition> columns,
    List<ConstraintDefinition> constraints,
    List<String> options)
    implements Statement {

  /** Copies the lists. */
  public CreateTable {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    options = List.copyOf(options);
  }
}
