package dev.taskstore.codegen.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the name of the constraint
 * @param columns the referencing columns
 * @param referencedTable the name of the referenced table
 * @param referencedColumns the names of the referenced columns, in the order of the columns
 * @param referencesPrimaryKey whether it references the primary key of that table
 * @param cascading whether the deletion of the referenced row deletes the referencing ones
 */
public record ForeignKeyModel(
    String name,
    List<ColumnModel> columns,
    String referencedTable,
    List<String> referencedColumns,
    boolean referencesPrimaryKey,
    boolean cascading) {

  /** Copies the lists. */
  public ForeignKeyModel {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
