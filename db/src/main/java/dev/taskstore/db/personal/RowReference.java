package dev.taskstore.db.personal;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * A foreign key: rows of one table refer to rows of another one, or of the same. Immutable.
 *
 * @param columns the referencing columns
 * @param referencedColumns the referenced columns, in the order of the referencing ones
 * @param cascades whether the deletion of a row deletes the rows that refer to it
 */
record RowReference(
    List<TableField<?, ?>> columns, List<TableField<?, ?>> referencedColumns, boolean cascades) {

  RowReference {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
      throw new InvalidArgumentException(
          "A reference must have as many columns as it refers to, at least one.",
          FailureContext.NONE);
    }
  }

  Table<?> table() {
    return tableOf(columns);
  }

  Table<?> referencedTable() {
    return tableOf(referencedColumns);
  }

  /** Returns whether rows refer to rows of the same table. */
  boolean isTree() {
    return table().equals(referencedTable());
  }

  private static Table<?> tableOf(List<TableField<?, ?>> columns) {
    Table<?> table = columns.get(0).getTable();
    if (table == null) {
      throw new InvalidArgumentException(
          "A column of a reference has no table; use the columns of jOOQ's generated tables.",
          FailureContext.NONE);
    }
    return table;
  }
}
