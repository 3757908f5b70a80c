package dev.taskstore.codegen.catalog;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of a database. Immutable.
 *
 * @param name the name
 * @param remark the remark, empty when there is none
 * @param createdBy the changeset that created the table, if known
 * @param columns the columns in the order of the table
 * @param primaryKey the primary key
 * @param uniqueKeys the unique constraints, sorted by the positions of their columns
 * @param indexes the indexes that no constraint owns, sorted by the positions of their columns
 * @param foreignKeys the foreign keys, sorted by the positions of their columns
 * @param checks the checks, sorted by name
 */
public record CatalogTable(
    String name,
    String remark,
    Optional<ChangeSetKey> createdBy,
    List<CatalogColumn> columns,
    Optional<CatalogKey> primaryKey,
    List<CatalogKey> uniqueKeys,
    List<CatalogIndex> indexes,
    List<CatalogForeignKey> foreignKeys,
    List<CatalogCheck> checks) {

  /** Copies and sorts the lists. */
  public CatalogTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(remark, "remark");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(primaryKey, "primaryKey");
    columns = List.copyOf(columns);
    List<String> order = columns.stream().map(CatalogColumn::name).toList();
    uniqueKeys = sorted(uniqueKeys, order, CatalogKey::columns, CatalogKey::name);
    indexes = sorted(indexes, order, CatalogIndex::columns, CatalogIndex::name);
    foreignKeys = sorted(foreignKeys, order, CatalogForeignKey::columns, CatalogForeignKey::name);
    checks = checks.stream().sorted(Comparator.comparing(CatalogCheck::name)).toList();
  }

  /**
   * Returns the unique indexes.
   *
   * @return the indexes as keys, sorted by the positions of their columns
   */
  public List<CatalogKey> uniqueIndexes() {
    return indexes.stream()
        .filter(CatalogIndex::unique)
        .map(index -> new CatalogKey(index.name(), index.columns()))
        .toList();
  }

  /**
   * Returns the table with other columns of the same names.
   *
   * @param newColumns the columns in the same order
   * @return the table
   */
  public CatalogTable withColumns(List<CatalogColumn> newColumns) {
    return new CatalogTable(
        name, remark, createdBy, newColumns, primaryKey, uniqueKeys, indexes, foreignKeys, checks);
  }

  /**
   * Finds a column.
   *
   * @param column the name, in any case
   * @return the column, or empty if the table has none of that name
   */
  public Optional<CatalogColumn> column(String column) {
    return columns.stream().filter(found -> found.name().equalsIgnoreCase(column)).findFirst();
  }

  private static <T> List<T> sorted(
      List<T> keys,
      List<String> order,
      Function<T, List<String>> columns,
      Function<T, String> name) {
    return keys.stream().sorted(ColumnOrder.of(order, columns, name)).toList();
  }
}
