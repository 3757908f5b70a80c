package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An enum of the application for some columns whose CHECK lists the allowed texts. The enum must
 * have a constant for each text, named like the constant of a generated enum: {@code IN_PROGRESS}
 * for {@code 'in-progress'}.
 *
 * @param columns the columns: the expression must match {@code table.column} or the name of the
 *     column
 * @param javaType the fully qualified name of the enum
 */
public record EnumMapping(Pattern columns, String javaType) {

  /** Rejects null. */
  public EnumMapping {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(javaType, "javaType");
  }
}
