package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a table.
 *
 * @param name the name
 * @param remark the remark, empty when there is none
 * @param columns the columns in their order
 * @param primaryKey the primary key
 * @param uniqueKeys the unique constraints beside the primary key
 * @param references the foreign keys
 * @param checks the checks
 * @param indexes the indexes that the changelog creates; those of keys come by themselves
 * @param options what follows the columns in CREATE TABLE, by the name of the database
 */
record TableFacts(
    String name,
    String remark,
    List<ColumnFacts> columns,
    Optional<CatalogKey> primaryKey,
    List<CatalogKey> uniqueKeys,
    List<CatalogForeignKey> references,
    List<CatalogCheck> checks,
    List<Index> indexes,
    Map<String, String> options) {

  /**
   * An index.
   *
   * @param name the name
   * @param unique whether it is unique
   * @param keys the columns and expressions with their direction
   * @param columns the columns, when there are no expressions
   * @param predicate which rows are indexed, empty for all
   * @param method the access method, empty for that of the database
   * @param reason why it is there, empty when the changelog does not say
   * @param databases the databases that have it
   */
  record Index(
      String name,
      boolean unique,
      List<String> keys,
      List<String> columns,
      String predicate,
      String method,
      String reason,
      List<String> databases) {}

  ColumnFacts column(String wanted) {
    return columns.stream()
        .filter(column -> column.name().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  boolean inPrimaryKey(String column) {
    return primaryKey.filter(key -> key.columns().contains(column)).isPresent();
  }

  boolean refers(String column) {
    return references.stream().anyMatch(reference -> reference.columns().contains(column));
  }

  /** Whether a key or a unique index over all rows consists of exactly these columns. */
  boolean unique(List<String> wanted) {
    List<List<String>> keys = new ArrayList<>();
    primaryKey.ifPresent(key -> keys.add(key.columns()));
    uniqueKeys.forEach(key -> keys.add(key.columns()));
    indexes.stream()
        .filter(index -> index.unique() && index.predicate().isEmpty())
        .forEach(index -> keys.add(index.columns()));
    return keys.stream().anyMatch(key -> new HashSet<>(key).equals(new HashSet<>(wanted)));
  }

  /** Whether a row need not refer to anything. */
  boolean optional(CatalogForeignKey reference) {
    return reference.columns().stream().anyMatch(column -> column(column).nullable());
  }
}
