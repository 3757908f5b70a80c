package dev.taskstore.codegen.source;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.merge.StoredDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Completes a schema that only SQLite has: constraints without a name get one as on PostgreSQL,
 * references get their columns, defaults become literals of the SQL standard.
 */
final class SqliteStandard {

  private final Catalog catalog;

  private SqliteStandard(Catalog catalog) {
    this.catalog = catalog;
  }

  static Catalog standard(Catalog catalog) {
    SqliteStandard standard = new SqliteStandard(catalog);
    return new Catalog(catalog.tables().stream().map(standard::table).toList());
  }

  private CatalogTable table(CatalogTable table) {
    return new CatalogTable(
        table.name(),
        table.remark(),
        table.createdBy(),
        table.columns().stream().map(SqliteStandard::column).toList(),
        primaryKey(table),
        uniqueKeys(table),
        table.indexes(),
        table.foreignKeys().stream().map(key -> foreignKey(table, key)).toList(),
        checks(table));
  }

  private static CatalogColumn column(CatalogColumn column) {
    return new CatalogColumn(
        column.name(),
        column.remark(),
        column.createdBy(),
        column.category(),
        column.type(),
        column.nullable(),
        column.identity() || column.computed()
            ? Optional.empty()
            : column
                .defaultExpression()
                .map(expression -> StoredDefault.standard(expression, column.type())),
        column.identity(),
        column.computed(),
        column.collated());
  }

  private static Optional<CatalogKey> primaryKey(CatalogTable table) {
    return table
        .primaryKey()
        .map(key -> new CatalogKey(named(key.name(), table, List.of(), "pkey"), key.columns()));
  }

  private static List<CatalogKey> uniqueKeys(CatalogTable table) {
    return table.uniqueKeys().stream()
        .map(key -> new CatalogKey(named(key.name(), table, key.columns(), "key"), key.columns()))
        .toList();
  }

  private CatalogForeignKey foreignKey(CatalogTable table, CatalogForeignKey key) {
    Optional<CatalogTable> parent = catalog.table(key.table());
    List<String> columns =
        key.referencedColumns().isEmpty()
            ? parent.flatMap(CatalogTable::primaryKey).map(CatalogKey::columns).orElse(List.of())
            : key.referencedColumns();
    return new CatalogForeignKey(
        named(key.name(), table, key.columns(), "fkey"),
        key.columns(),
        parent.map(CatalogTable::name).orElse(key.table()),
        columns,
        parent.map(found -> referencedKey(found, columns)).orElse(""),
        key.onDelete(),
        key.onUpdate());
  }

  private static String referencedKey(CatalogTable parent, List<String> columns) {
    return Stream.of(
            primaryKey(parent).stream(),
            uniqueKeys(parent).stream(),
            parent.uniqueIndexes().stream())
        .flatMap(keys -> keys)
        .filter(key -> folded(key.columns()).equals(folded(columns)))
        .map(CatalogKey::name)
        .findFirst()
        .orElse("");
  }

  private static Set<String> folded(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static List<CatalogCheck> checks(CatalogTable table) {
    Set<String> used = new HashSet<>();
    List<CatalogCheck> checks = new ArrayList<>();
    for (CatalogCheck check : table.checks()) {
      String base = named(check.name(), table, List.of(), "check");
      String name = base;
      for (int i = 1; !used.add(name); i++) {
        name = base + i;
      }
      checks.add(new CatalogCheck(name, check.expression()));
    }
    return checks;
  }

  private static String named(
      String name, CatalogTable table, List<String> columns, String suffix) {
    return name.isEmpty()
        ? Stream.of(Stream.of(table.name()), columns.stream(), Stream.of(suffix))
            .flatMap(parts -> parts)
            .collect(Collectors.joining("_"))
        : name;
  }
}
