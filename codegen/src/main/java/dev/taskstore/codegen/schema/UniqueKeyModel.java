package dev.taskstore.codegen.schema;

import java.util.List;

/**
 * Columns that are unique together, through a constraint or a unique index.
 *
 * @param name the name of the constraint or the index
 * @param columns the columns in the order of the key
 */
public record UniqueKeyModel(String name, List<ColumnModel> columns) {

  /** Copies the list. */
  public UniqueKeyModel {
    columns = List.copyOf(columns);
  }

  /**
   * Returns whether every row has a key that no other row has.
   *
   * @return true if no column accepts NULL
   */
  public boolean complete() {
    return columns.stream().noneMatch(ColumnModel::nullable);
  }
}
