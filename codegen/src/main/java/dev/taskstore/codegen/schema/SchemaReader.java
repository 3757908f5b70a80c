package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.ColumnOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the model that the source writers use from the catalog of a database. Stateless. */
public final class SchemaReader {

  private final GeneratorConfiguration configuration;
  private final JooqNames jooqNames = new JooqNames();
  private final CheckReader checkReader = new CheckReader();

  /**
   * Creates a reader.
   *
   * @param configuration selects the tables and names models and types
   */
  public SchemaReader(GeneratorConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Builds the model of the selected tables.
   *
   * @param catalog the tables of the migrated database
   * @return the model
   * @throws GenerationException if the schema contains something that cannot be generated
   */
  public SchemaModel read(Catalog catalog) {
    Places places = new Places(configuration.changelog(), catalog);
    List<TableModel> tables =
        catalog.tables().stream()
            .filter(table -> configuration.selects(table.name()))
            .map(table -> table(catalog, table, places))
            .toList();
    if (tables.isEmpty()) {
      throw new GenerationException(
          "The changelog "
              + configuration.changelog()
              + " has no table to generate; check includes, excludes and the dbms of its"
              + " changesets.");
    }
    List<TableModel> imported =
        catalog.tables().stream()
            .filter(table -> configuration.importOf(table.name()).isPresent())
            .map(table -> table(catalog, table, places))
            .toList();
    SchemaModel schema = new SchemaModel(tables, imported);
    new OptionCheck(configuration).check(schema);
    new TypeNameCheck(configuration, places).check(schema);
    return schema;
  }

  private TableModel table(Catalog catalog, CatalogTable table, Places places) {
    Names.requireWords(table.name(), places.table(table.name()));
    String modelName = modelName(table);
    List<String> primaryKey = table.primaryKey().map(CatalogKey::columns).orElse(List.of());
    Set<String> referring = new HashSet<>();
    table.foreignKeys().forEach(key -> referring.addAll(key.columns()));
    ColumnModelReader reader =
        new ColumnModelReader(
            configuration,
            places,
            table,
            modelName,
            checkReader.read(table),
            Set.copyOf(primaryKey),
            referring);
    List<ColumnModel> columns = new ArrayList<>();
    Map<String, ColumnModel> byName = new HashMap<>();
    for (CatalogColumn column : table.columns()) {
      ColumnModel model = reader.read(column, jooqNames.column(table.name(), column.name()));
      columns.add(model);
      byName.put(column.name(), model);
    }
    return new TableModel(
        table.name(),
        table.remark(),
        modelName,
        configuration.models().interfacesOf(table.name()).stream()
            .map(ClassName::bestGuess)
            .toList(),
        configuration.models().modelled(table.name()),
        jooqNames.table(table.name()),
        columns,
        models(primaryKey, byName),
        uniqueKeys(table, primaryKey, byName),
        foreignKeys(catalog, table, byName));
  }

  private String modelName(CatalogTable table) {
    String configured = configuration.modelNames().get(table.name());
    ModelOptions options = configuration.models();
    return configured == null
        ? options.prefix() + Names.model(table.name()) + options.suffix()
        : configured;
  }

  /** Unique constraints and unique indexes; of several over the same columns, a constraint. */
  private static List<UniqueKeyModel> uniqueKeys(
      CatalogTable table, List<String> primaryKey, Map<String, ColumnModel> columns) {
    Map<List<String>, String> keys = new HashMap<>();
    table.uniqueIndexes().forEach(index -> keys.put(index.columns(), index.name()));
    table.uniqueKeys().forEach(key -> keys.put(key.columns(), key.name()));
    keys.remove(primaryKey);
    List<String> order = table.columns().stream().map(CatalogColumn::name).toList();
    return keys.entrySet().stream()
        .map(key -> new CatalogKey(key.getValue(), key.getKey()))
        .sorted(ColumnOrder.of(order, CatalogKey::columns, CatalogKey::name))
        .map(key -> new UniqueKeyModel(key.name(), models(key.columns(), columns)))
        .toList();
  }

  private static List<ForeignKeyModel> foreignKeys(
      Catalog catalog, CatalogTable table, Map<String, ColumnModel> columns) {
    return table.foreignKeys().stream()
        .map(
            key ->
                new ForeignKeyModel(
                    key.name(),
                    models(key.columns(), columns),
                    key.table(),
                    key.referencedColumns(),
                    catalog.refersToPrimaryKey(key),
                    key.onDelete().equals("CASCADE")))
        .toList();
  }

  private static List<ColumnModel> models(List<String> names, Map<String, ColumnModel> columns) {
    return names.stream().map(columns::get).toList();
  }
}
