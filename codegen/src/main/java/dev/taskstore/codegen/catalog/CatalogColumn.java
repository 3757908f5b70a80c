package dev.taskstore.codegen.catalog;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the name
 * @param remark the remark, empty when there is none
 * @param createdBy the changeset that added the column, if known
 * @param type the type
 * @param nullable whether the column accepts NULL
 * @param defaultExpression the DEFAULT as the database returns it
 * @param identity whether the database numbers the rows
 * @param computed whether the database computes the value from other columns
 */
public record CatalogColumn(
    String name,
    String remark,
    Optional<ChangeSetKey> createdBy,
    CatalogType type,
    boolean nullable,
    Optional<String> defaultExpression,
    boolean identity,
    boolean computed) {

  /** Rejects null. */
  public CatalogColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(remark, "remark");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultExpression, "defaultExpression");
  }
}
