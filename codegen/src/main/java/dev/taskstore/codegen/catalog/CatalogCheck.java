package dev.taskstore.codegen.catalog;

import java.util.Objects;

/**
 * A CHECK constraint.
 *
 * @param name the name of the constraint
 * @param expression the condition as the database returns it
 */
public record CatalogCheck(String name, String expression) {

  /** Rejects null. */
  public CatalogCheck {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
  }
}
