package dev.taskstore.codegen.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the name of the constraint
 * @param columns the referencing columns
 * @param referencedTable the name of the referenced table
 * @param referencesPrimaryKey whether it references the primary key of that table
 */
public record ForeignKeyModel(
    String name, List<ColumnModel> columns, String referencedTable, boolean referencesPrimaryKey) {

  /** Copies the list. */
  public ForeignKeyModel {
    columns = List.copyOf(columns);
  }
}
