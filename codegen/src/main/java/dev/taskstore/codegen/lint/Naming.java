package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.ConstraintDefinition;
import java.util.Locale;

/** What to call something that has no name. */
final class Naming {

  private Naming() {}

  /** Such as {@code unique (a, b)}. */
  static String of(ConstraintDefinition constraint) {
    String kind = constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String what = constraint.expression().orElseGet(() -> String.join(", ", constraint.columns()));
    return kind + " (" + what + ")";
  }
}
