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
 * The facts about a table.
 *
 * @param name the name
 * @param remark the remark, empty if there is none
 * @param columns the columns in order
 * @param primaryKey the primary key
 * @param uniqueKeys the unique constraints
 * @param references the foreign keys
 * @param checks the checks
 * @param indexes the indexes that the changelog creates, without those of keys
 * @param options the text after the columns in CREATE TABLE, by database
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
   * @param columns the columns; for an expression, its text
   * @param predicate the condition of a partial index, empty for all rows
   * @param method the access method, empty for the default
   * @param reason the purpose from its comment, empty if there is none
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

  /** Returns whether a key or a unique index over all rows has exactly these columns. */
  boolean unique(List<String> wanted) {
    List<List<String>> keys = new ArrayList<>();
    primaryKey.ifPresent(key -> keys.add(key.columns()));
    uniqueKeys.forEach(key -> keys.add(key.columns()));
    indexes.stream()
        .filter(index -> index.unique() && index.predicate().isEmpty())
        .forEach(index -> keys.add(index.columns()));
    return keys.stream().anyMatch(key -> new HashSet<>(key).equals(new HashSet<>(wanted)));
  }

  /** Returns whether a row can have no parent. */
  boolean optional(CatalogForeignKey reference) {
    return reference.columns().stream().anyMatch(column -> column(column).nullable());
  }
}
