package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An interface that the models of some tables implement.
 *
 * @param tables which tables: matched against the whole name
 * @param javaType the full name of the interface, whose methods the components of the models have
 */
public record InterfaceMapping(Pattern tables, String javaType) {

  /** Checks that no part is null. */
  public InterfaceMapping {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(javaType, "javaType");
  }
}
