package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An interface that the models of some tables implement.
 *
 * @param tables the tables: the expression must match the whole name
 * @param javaType the fully qualified name of the interface; the components of the models implement
 *     its methods
 */
public record InterfaceMapping(Pattern tables, String javaType) {

  /** Rejects null. */
  public InterfaceMapping {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(javaType, "javaType");
  }
}
