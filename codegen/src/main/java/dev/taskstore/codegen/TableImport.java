package dev.taskstore.codegen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tables of an included changelog whose classes were generated elsewhere, such as in a dependency.
 * They get no classes; foreign keys to them use the existing ones.
 *
 * @param tables the tables: the expression must match the whole name
 * @param schemaPackage the package of the existing jOOQ classes, with {@code Keys} in it and the
 *     tables in its package {@code tables}
 */
public record TableImport(Pattern tables, String schemaPackage) {

  /** Rejects null. */
  public TableImport {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(schemaPackage, "schemaPackage");
  }
}
