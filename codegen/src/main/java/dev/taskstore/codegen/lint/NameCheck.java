package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.Statement;
import java.util.List;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.change.core.AddUniqueConstraintChange;

/** Finds constraints and indexes without a name, except NOT NULL. */
final class NameCheck implements Check {

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView view) {
    Reporter reporter =
        (table, what) ->
            visit.report(
                LintRule.UNNAMED_CONSTRAINT, changeSet, table, "This has no name: " + what + ".");
    Change change = view.change();
    if (change instanceof AbstractSQLChange) {
      view.statements().forEach(statement -> look(statement, reporter));
    } else if (change instanceof AddPrimaryKeyChange key && key.getConstraintName() == null) {
      reporter.unnamed(ChangeObject.of(view), "primary key (" + key.getColumnNames() + ")");
    } else if (change instanceof AddUniqueConstraintChange key && key.getConstraintName() == null) {
      reporter.unnamed(ChangeObject.of(view), "unique (" + key.getColumnNames() + ")");
    }
    // Liquibase generates names for these that differ between databases.
    ColumnConfigs.forEachConstrained(
        change, (column, constraints) -> look(column, constraints, reporter));
  }

  private static void look(String column, ConstraintsConfig constraints, Reporter reporter) {
    if (Boolean.TRUE.equals(constraints.isPrimaryKey())
        && constraints.getPrimaryKeyName() == null) {
      reporter.unnamed(column, "the primary key of the column");
    }
    if (Boolean.TRUE.equals(constraints.isUnique())
        && constraints.getUniqueConstraintName() == null) {
      reporter.unnamed(column, "the unique constraint of the column");
    }
  }

  private static void look(Statement statement, Reporter reporter) {
    if (statement instanceof CreateTable table) {
      look(table.table(), table.constraints(), reporter);
      table.columns().forEach(column -> look(table.table(), column, reporter));
    } else if (statement instanceof AlterTable altered) {
      for (AlterTable.Action action : altered.actions()) {
        if (action instanceof AlterTable.AddConstraint added) {
          look(altered.table(), List.of(added.constraint()), reporter);
        } else if (action instanceof AlterTable.AddColumn added) {
          look(altered.table(), added.column(), reporter);
        }
      }
    } else if (statement instanceof CreateIndex index && index.index().isEmpty()) {
      reporter.unnamed(
          index.table(),
          "index ("
              + String.join(", ", index.keys().stream().map(CreateIndex.Key::expression).toList())
              + ")");
    }
  }

  private static void look(String table, ColumnDefinition column, Reporter reporter) {
    look(table + "." + column.name(), column.constraints(), reporter);
  }

  private static void look(
      String object, List<ConstraintDefinition> constraints, Reporter reporter) {
    for (ConstraintDefinition constraint : constraints) {
      if (constraint.name().isEmpty() && constraint.kind() != ConstraintDefinition.Kind.NOT_NULL) {
        reporter.unnamed(object, Naming.of(constraint));
      }
    }
  }

  private interface Reporter {

    void unnamed(String object, String what);
  }
}
