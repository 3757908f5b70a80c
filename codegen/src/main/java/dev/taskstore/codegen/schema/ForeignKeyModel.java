package dev.taskstore.codegen.schema;

import java.util.List;

/**
 * A reference from one table to another.
 *
 * @param name the name of the constraint
 * @param columns the referring columns
 * @param referencedTable the name of the table that is referred to
 * @param referencesPrimaryKey whether the primary key of that table is what is referred to
 */
public record ForeignKeyModel(
    String name, List<ColumnModel> columns, String referencedTable, boolean referencesPrimaryKey) {

  /** Copies the list. */
  public ForeignKeyModel {
    columns = List.copyOf(columns);
  }
}
