package dev.taskstore.codegen.catalog;

import java.util.List;
import java.util.Objects;

/**
 * An index over columns that no constraint owns. Indexes over expressions or over some of the rows
 * are not part of the catalog.
 *
 * @param name the name of the index
 * @param unique whether it is unique
 * @param keys the columns in the order of the index
 */
public record CatalogIndex(String name, boolean unique, List<Key> keys) {

  /**
   * A column of an index.
   *
   * @param column the name of the column
   * @param descending whether its values are in descending order
   */
  public record Key(String column, boolean descending) {

    /** Rejects null. */
    public Key {
      Objects.requireNonNull(column, "column");
    }
  }

  /** Copies the list. */
  public CatalogIndex {
    Objects.requireNonNull(name, "name");
    keys = List.copyOf(keys);
  }

  /**
   * Returns the columns.
   *
   * @return their names in the order of the index
   */
  public List<String> columns() {
    return keys.stream().map(Key::column).toList();
  }
}
