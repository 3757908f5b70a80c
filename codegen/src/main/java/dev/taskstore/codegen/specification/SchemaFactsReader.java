package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredConstraint;
import dev.taskstore.codegen.ddl.DeclaredIndex;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.specification.TableFacts.Index;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.CreateIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Combines the catalog with the declared schemas. The tables, columns and keys come from the
 * catalog; the types, defaults, checks and indexes come from the statements, as each database
 * declares them.
 */
final class SchemaFactsReader {

  private final Catalog catalog;
  private final Map<String, DeclaredSchema> declared;

  /**
   * Creates a reader.
   *
   * @param catalog the migrated schema
   * @param declared the declared schema by the name of the database, in the order of the databases
   */
  SchemaFactsReader(Catalog catalog, Map<String, DeclaredSchema> declared) {
    this.catalog = catalog;
    this.declared = declared;
  }

  SchemaFacts read() {
    return new SchemaFacts(
        List.copyOf(declared.keySet()), catalog.tables().stream().map(this::table).toList());
  }

  private TableFacts table(CatalogTable table) {
    String name = table.name();
    return new TableFacts(
        name,
        table.remark(),
        table.columns().stream().map(column -> column(name, column)).toList(),
        table.primaryKey(),
        table.uniqueKeys(),
        table.foreignKeys(),
        checks(table),
        indexes(name),
        byDatabase(name, found -> Optional.of(String.join(", ", found.options()))));
  }

  private ColumnFacts column(String table, CatalogColumn column) {
    String name = column.name();
    return new ColumnFacts(
        name,
        column.remark(),
        column.category(),
        column.nullable(),
        byDatabase(table, found -> found.column(name).map(SchemaFactsReader::type)),
        byDatabase(table, found -> found.column(name).flatMap(DeclaredColumn::collation)),
        byDatabase(table, found -> found.column(name).flatMap(DeclaredColumn::defaultExpression)));
  }

  private static String type(DeclaredColumn column) {
    return column
        .generated()
        .map(how -> column.type() + " GENERATED AS " + how)
        .orElse(column.type());
  }

  private Map<String, String> byDatabase(
      String table, Function<DeclaredTable, Optional<String>> fact) {
    Map<String, String> facts = new LinkedHashMap<>();
    declared.forEach(
        (database, schema) ->
            schema
                .table(table)
                .flatMap(fact)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.put(database, text)));
    return facts;
  }

  /** Checks as they are declared; only the catalog contains those without a name. */
  private List<CatalogCheck> checks(CatalogTable table) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (DeclaredTable found : declared(table.name())) {
      for (DeclaredConstraint check : found.constraints(Kind.CHECK)) {
        check
            .definition()
            .name()
            .ifPresent(
                name -> expressions.putIfAbsent(name, check.definition().expression().orElse("")));
      }
    }
    for (CatalogCheck check : table.checks()) {
      expressions.putIfAbsent(check.name(), check.expression());
    }
    return expressions.entrySet().stream()
        .map(check -> new CatalogCheck(check.getKey(), check.getValue()))
        .toList();
  }

  private List<Index> indexes(String table) {
    Set<String> names = new LinkedHashSet<>();
    declared(table)
        .forEach(found -> found.indexes().forEach(index -> index.name().ifPresent(names::add)));
    return names.stream().map(name -> index(table, name)).toList();
  }

  private Index index(String table, String name) {
    Map<String, DeclaredIndex> indexes = new LinkedHashMap<>();
    declared.forEach(
        (database, schema) ->
            schema.table(table).stream()
                .flatMap(found -> found.indexes().stream())
                .filter(index -> index.name().equals(Optional.of(name)))
                .forEach(index -> indexes.put(database, index)));
    DeclaredIndex index = indexes.values().iterator().next();
    return new Index(
        name,
        index.unique(),
        index.keys().stream().map(SchemaFactsReader::key).toList(),
        index.keys().stream().map(key -> key.column().orElse(key.expression())).toList(),
        index.predicate().map(text -> text.replaceAll("\\s+", " ")).orElse(""),
        index.method().orElse(""),
        indexes.values().stream().flatMap(found -> found.comment().stream()).findFirst().orElse(""),
        new ArrayList<>(indexes.keySet()));
  }

  private List<DeclaredTable> declared(String table) {
    return declared.values().stream().flatMap(schema -> schema.table(table).stream()).toList();
  }

  private static String key(CreateIndex.Key key) {
    return key.expression()
        + key.collation().map(collation -> " COLLATE " + collation).orElse("")
        + (key.descending() ? " DESC" : "");
  }
}
