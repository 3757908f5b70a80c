package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the keys of one table. The runtime finds the name of a key that SQLite does not name.
 */
final class KeyComparison {

  private final CatalogTable postgres;
  private final CatalogTable sqlite;
  private final List<Difference> differences = new ArrayList<>();

  KeyComparison(CatalogTable postgres, CatalogTable sqlite) {
    this.postgres = postgres;
    this.sqlite = sqlite;
  }

  List<Difference> differences() {
    comparePrimaryKeys();
    compareUniqueKeys();
    compareForeignKeys();
    return differences;
  }

  private void comparePrimaryKeys() {
    List<String> here = folded(postgres.primaryKey().map(CatalogKey::columns).orElse(List.of()));
    List<String> there = folded(sqlite.primaryKey().map(CatalogKey::columns).orElse(List.of()));
    if (!here.equals(there)) {
      add(
          "has the primary key "
              + here
              + " on PostgreSQL and "
              + there
              + " on SQLite; write the same columns for both.");
    } else if (postgres.primaryKey().isPresent()) {
      compareNames(
          "primary key",
          here,
          postgres.primaryKey().get().name(),
          sqlite.primaryKey().orElseThrow().name());
    }
  }

  private void compareUniqueKeys() {
    Map<Set<String>, CatalogKey> there = uniqueKeys(sqlite);
    uniqueKeys(postgres)
        .forEach(
            (columns, key) -> {
              CatalogKey other = there.remove(columns);
              if (other == null) {
                add(only("unique key", key.columns(), "PostgreSQL"));
              } else {
                compareNames("unique key", key.columns(), key.name(), other.name());
              }
            });
    there.values().forEach(key -> add(only("unique key", key.columns(), "SQLite")));
  }

  /** Of several keys over the same columns, a constraint. */
  private static Map<Set<String>, CatalogKey> uniqueKeys(CatalogTable table) {
    Map<Set<String>, CatalogKey> keys = new LinkedHashMap<>();
    table.uniqueIndexes().forEach(key -> keys.put(Set.copyOf(folded(key.columns())), key));
    table.uniqueKeys().forEach(key -> keys.put(Set.copyOf(folded(key.columns())), key));
    return keys;
  }

  private void compareForeignKeys() {
    List<CatalogForeignKey> there = new ArrayList<>(sqlite.foreignKeys());
    for (CatalogForeignKey key : postgres.foreignKeys()) {
      there.stream()
          .filter(other -> sameReference(key, other))
          .findFirst()
          .ifPresentOrElse(
              other -> {
                there.remove(other);
                compare(key, other);
              },
              () -> add(only("foreign key", key.columns(), "PostgreSQL")));
    }
    there.forEach(key -> add(only("foreign key", key.columns(), "SQLite")));
  }

  private static boolean sameReference(CatalogForeignKey key, CatalogForeignKey other) {
    return folded(key.columns()).equals(folded(other.columns()))
        && key.table().equalsIgnoreCase(other.table())
        // Without columns, the reference is to the primary key.
        && (other.referencedColumns().isEmpty()
            || folded(key.referencedColumns()).equals(folded(other.referencedColumns())));
  }

  private void compare(CatalogForeignKey key, CatalogForeignKey other) {
    compareNames("foreign key", key.columns(), key.name(), other.name());
    if (!key.onDelete().equals(other.onDelete()) || !key.onUpdate().equals(other.onUpdate())) {
      add(
          "has the foreign key "
              + key.name()
              + " with "
              + actions(key)
              + " on PostgreSQL and "
              + actions(other)
              + " on SQLite; write the same actions for both.");
    }
  }

  private static String actions(CatalogForeignKey key) {
    return "ON DELETE " + key.onDelete() + " ON UPDATE " + key.onUpdate();
  }

  private void compareNames(String kind, List<String> columns, String here, String there) {
    if (!there.isEmpty() && !here.equalsIgnoreCase(there)) {
      add(
          "has the "
              + kind
              + " "
              + columns
              + " with the name "
              + here
              + " on PostgreSQL and "
              + there
              + " on SQLite; write the same name for both.");
    }
  }

  private static String only(String kind, List<String> columns, String database) {
    return "has the " + kind + " " + columns + " on " + database + " only; write it for both.";
  }

  private static List<String> folded(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private void add(String text) {
    differences.add(new Difference(postgres.name(), "", text));
  }
}
