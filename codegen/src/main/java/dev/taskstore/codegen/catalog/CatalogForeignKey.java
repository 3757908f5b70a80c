package dev.taskstore.codegen.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param name the name of the constraint
 * @param columns the referencing columns
 * @param table the referenced table
 * @param referencedColumns the referenced columns, in the order of the referencing ones
 * @param referencedKey the name of the referenced primary key or unique constraint
 * @param onDelete the action on DELETE in upper case, such as {@code CASCADE} or {@code NO ACTION}
 * @param onUpdate the action on UPDATE in upper case
 */
public record CatalogForeignKey(
    String name,
    List<String> columns,
    String table,
    List<String> referencedColumns,
    String referencedKey,
    String onDelete,
    String onUpdate) {

  /** Copies the lists. */
  public CatalogForeignKey {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(referencedKey, "referencedKey");
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
