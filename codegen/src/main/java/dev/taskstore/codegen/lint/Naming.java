package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.ConstraintDefinition;
import java.util.Locale;

/** What to call something that has no name. */
final class Naming {

  private Naming() {}

  /** Such as {@code unique (a, b)}. */
  static String of(ConstraintDefinition constraint) {
    String kind = constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return constraint.columns().isEmpty()
        ? kind + " (" + constraint.expression().orElse("") + ")"
        : kind + " (" + String.join(", ", constraint.columns()) + ")";
  }
}
