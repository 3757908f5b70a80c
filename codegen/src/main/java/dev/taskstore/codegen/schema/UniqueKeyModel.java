package dev.taskstore.codegen.schema;

import java.util.List;

/**
 * Columns whose values are unique together, by a constraint or by a unique index.
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
   * Whether no column takes NULL.
   *
   * @return whether every row has a key that no other row has
   */
  public boolean complete() {
    return columns.stream().noneMatch(ColumnModel::nullable);
  }
}
