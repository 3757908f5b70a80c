package dev.taskstore.codegen.lint;

import java.util.List;
import java.util.function.BiConsumer;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;

/** The columns that a Liquibase change declares. */
final class ColumnConfigs {

  private ColumnConfigs() {}

  /** Calls the action for each column with constraints, with {@code table.column}. */
  static void forEachConstrained(Change change, BiConsumer<String, ConstraintsConfig> action) {
    if (change instanceof CreateTableChange table) {
      forEach(table.getTableName(), table.getColumns(), action);
    } else if (change instanceof AddColumnChange columns) {
      forEach(columns.getTableName(), columns.getColumns(), action);
    }
  }

  private static void forEach(
      String table,
      List<? extends ColumnConfig> columns,
      BiConsumer<String, ConstraintsConfig> action) {
    for (ColumnConfig column : columns) {
      if (column.getConstraints() != null) {
        action.accept(table + "." + column.getName(), column.getConstraints());
      }
    }
  }
}
