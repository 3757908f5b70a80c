package dev.taskstore.codegen.catalog;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataCategory;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the name
 * @param remark the remark, empty when there is none
 * @param createdBy the changeset that added the column, if known
 * @param category the category of its personal data, if the changelog marks it
 * @param type the type
 * @param nullable whether the column accepts NULL
 * @param defaultExpression the DEFAULT as the database returns it
 * @param identity whether the database numbers the rows
 * @param computed whether the database computes the value from other columns
 * @param collated whether the database orders its text by a collation other than by code point
 */
public record CatalogColumn(
    String name,
    String remark,
    Optional<ChangeSetKey> createdBy,
    Optional<DataCategory> category,
    CatalogType type,
    boolean nullable,
    Optional<String> defaultExpression,
    boolean identity,
    boolean computed,
    boolean collated) {

  /** Rejects null. */
  public CatalogColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(remark, "remark");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultExpression, "defaultExpression");
  }

  /**
   * Returns the column with another type.
   *
   * @param newType the type
   * @return the column
   */
  public CatalogColumn withType(CatalogType newType) {
    return new CatalogColumn(
        name,
        remark,
        createdBy,
        category,
        newType,
        nullable,
        defaultExpression,
        identity,
        computed,
        collated);
  }
}
