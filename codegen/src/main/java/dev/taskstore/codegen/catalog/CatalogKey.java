package dev.taskstore.codegen.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Columns that are unique together: a primary key, a unique constraint or a unique index.
 *
 * @param name the name of the constraint or index
 * @param columns the columns in the order of the key
 */
public record CatalogKey(String name, List<String> columns) {

  /** Copies the list. */
  public CatalogKey {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }
}
