package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import org.jspecify.annotations.Nullable;

/** The kinds of named constraints. */
enum ConstraintKind {
  PRIMARY_KEY,
  UNIQUE,
  CHECK,
  FOREIGN_KEY;

  /** Returns the kind of the constraint of a table that has a name, or null. */
  static @Nullable ConstraintKind of(TableDefinition table, String name) {
    for (TableConstraint constraint : table.constraints()) {
      if (constraint.name() != null && Names.same(constraint.name(), name)) {
        return valueOf(constraint.kind().name());
      }
    }
    for (ColumnDefinition column : table.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        if (constraint.name() != null && Names.same(constraint.name(), name)) {
          return of(constraint.kind());
        }
      }
    }
    return null;
  }

  private static @Nullable ConstraintKind of(ColumnConstraint.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> PRIMARY_KEY;
      case UNIQUE -> UNIQUE;
      case CHECK -> CHECK;
      case REFERENCES -> FOREIGN_KEY;
      default -> null;
    };
  }
}
