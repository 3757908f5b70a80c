package dev.taskstore.codegen.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a migrated database, without views and without Liquibase's own tables. Immutable.
 *
 * @param tables the tables, sorted by name
 */
public record Catalog(List<CatalogTable> tables) {

  /** Sorts the tables. */
  public Catalog {
    tables = tables.stream().sorted(Comparator.comparing(CatalogTable::name)).toList();
  }

  /**
   * Finds a table.
   *
   * @param table the name, in any case
   * @return the table, or empty if there is none of that name
   */
  public Optional<CatalogTable> table(String table) {
    return tables.stream().filter(found -> found.name().equalsIgnoreCase(table)).findFirst();
  }

  /**
   * Returns whether a foreign key references a primary key.
   *
   * @param key a foreign key of one of the tables
   * @return false if it references a unique constraint
   */
  public boolean refersToPrimaryKey(CatalogForeignKey key) {
    return tables.stream()
        .filter(table -> table.name().equals(key.table()))
        .flatMap(table -> table.primaryKey().stream())
        .anyMatch(primaryKey -> primaryKey.name().equals(key.referencedKey()));
  }
}
