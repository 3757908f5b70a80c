package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An enum of the application's own for some columns whose CHECK lists the texts allowed. The enum
 * has a constant for each text, with the name that a generated enum would give it: {@code
 * IN_PROGRESS} for {@code 'in-progress'}.
 *
 * @param columns which columns: matched against the whole of {@code table.column}, or against the
 *     name of the column alone
 * @param javaType the full name of the enum
 */
public record EnumMapping(Pattern columns, String javaType) {

  /** Checks that no part is null. */
  public EnumMapping {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(javaType, "javaType");
  }
}
