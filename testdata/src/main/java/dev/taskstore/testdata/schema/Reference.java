package dev.taskstore.testdata.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns its columns
 * @param parents the rows that it may reference
 * @param isSelf whether it references its own table
 * @param isDeferred whether it is set after all rows are inserted, because tables reference each
 *     other
 */
record Reference(
    String name, List<Column> columns, ParentRows parents, boolean isSelf, boolean isDeferred) {

  /** Returns whether a row without a parent is possible. */
  boolean isNullable() {
    return columns.stream().anyMatch(Column::isNullable);
  }
}
