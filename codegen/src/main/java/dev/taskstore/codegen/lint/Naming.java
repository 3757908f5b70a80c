package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.ddl.DeclaredIndex;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import java.util.Locale;

/** Describes constraints and indexes that have no name. */
final class Naming {

  private Naming() {}

  /** Such as {@code unique (a, b)}. */
  static String of(ConstraintDefinition constraint) {
    String kind = constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String what = constraint.expression().orElseGet(() -> String.join(", ", constraint.columns()));
    return kind + " (" + what + ")";
  }

  /** The name of the index, or {@code an index of tasks}. */
  static String of(DeclaredTable table, DeclaredIndex index) {
    return index.name().orElse("an index of " + table.name());
  }
}
