package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.changelog.ChangelogDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexColumnDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;
import org.jooq.meta.h2.H2Database;
import org.jooq.meta.jaxb.CatalogMappingType;
import org.jooq.meta.jaxb.SchemaMappingType;

/** Reads the model of the schema from a migrated database, through jOOQ-meta. For one thread. */
public final class SchemaReader {

  private final GeneratorConfiguration configuration;
  private final GeneratorStrategy strategy = JooqNames.strategy();
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
   * Reads the selected tables.
   *
   * @param database the migrated database
   * @return the model
   * @throws GenerationException when something in the schema cannot be generated
   */
  public SchemaModel read(ChangelogDatabase database) {
    try (H2Database meta = new H2Database()) {
      meta.setConnection(database.connection());
      SchemaMappingType schema = new SchemaMappingType().withInputSchema(ChangelogDatabase.SCHEMA);
      meta.setConfiguredCatalogs(
          List.of(new CatalogMappingType().withInputCatalog("").withSchemata(schema)));
      meta.setConfiguredSchemata(List.of(schema));
      meta.setIncludes(new String[] {".*"});
      meta.setExcludes(new String[0]);
      meta.setIncludeRelations(true);
      meta.setIncludeTables(true);
      meta.setIncludeIndexes(true);
      meta.setIncludeUniqueKeys(true);
      meta.setIncludePrimaryKeys(true);
      meta.setIncludeForeignKeys(true);
      meta.setIncludeCheckConstraints(true);
      return read(meta, new Places(configuration, database));
    }
  }

  private SchemaModel read(H2Database meta, Places places) {
    List<TableModel> tables =
        meta.getTables().stream()
            .filter(table -> !table.isView())
            .filter(table -> !LiquibaseTables.contains(table.getName()))
            .filter(table -> configuration.selects(table.getName()))
            .sorted(Comparator.comparing(Definition::getName))
            .map(table -> table(table, places))
            .toList();
    if (tables.isEmpty()) {
      throw new GenerationException(
          "The changelog "
              + configuration.changelog()
              + " leaves no table to generate; check includes, excludes and the dbms of its"
              + " changesets.");
    }
    SchemaModel schema = new SchemaModel(tables);
    new OptionCheck(configuration).check(schema);
    new TypeNameCheck(configuration, places).check(schema);
    return schema;
  }

  private TableModel table(TableDefinition table, Places places) {
    Names.requireWords(table.getName(), places.table(table.getName()));
    String modelName = modelName(table);
    List<String> primaryKey =
        table.getPrimaryKey() == null ? List.of() : names(table.getPrimaryKey().getKeyColumns());
    Set<String> referring = new HashSet<>();
    table.getForeignKeys().forEach(key -> referring.addAll(names(key.getKeyColumns())));
    ColumnReader reader =
        new ColumnReader(
            configuration,
            places,
            table,
            modelName,
            checkReader.read(table),
            Set.copyOf(primaryKey),
            referring);
    List<ColumnModel> columns = new ArrayList<>();
    Map<String, ColumnModel> byName = new HashMap<>();
    for (ColumnDefinition column : table.getColumns()) {
      ColumnModel model = reader.read(column, strategy.getJavaIdentifier(column));
      columns.add(model);
      byName.put(column.getName(), model);
    }
    return new TableModel(
        table.getName(),
        Remarks.of(table),
        modelName,
        configuration.models().interfacesOf(table.getName()).stream()
            .map(ClassName::bestGuess)
            .toList(),
        configuration.models().modelled(table.getName()),
        strategy.getJavaIdentifier(table),
        columns,
        models(primaryKey, byName),
        uniqueKeys(table, primaryKey, byName),
        foreignKeys(table, byName));
  }

  private String modelName(TableDefinition table) {
    String configured = configuration.modelNames().get(table.getName());
    ModelOptions options = configuration.models();
    return configured == null
        ? options.prefix() + Names.model(table.getName()) + options.suffix()
        : configured;
  }

  /** Unique constraints, and unique indexes, which H2 does not count among the constraints. */
  private static List<UniqueKeyModel> uniqueKeys(
      TableDefinition table, List<String> primaryKey, Map<String, ColumnModel> columns) {
    Map<List<String>, String> keys = new TreeMap<>(Comparator.comparing(List::toString));
    for (IndexDefinition index : table.getIndexes()) {
      if (index.isUnique()) {
        keys.put(names(index.getIndexColumns()), index.getName());
      }
    }
    for (UniqueKeyDefinition key : table.getUniqueKeys()) {
      keys.put(names(key.getKeyColumns()), key.getName());
    }
    keys.remove(primaryKey);
    return keys.entrySet().stream()
        .map(key -> new UniqueKeyModel(key.getValue(), models(key.getKey(), columns)))
        .sorted(
            Comparator.comparing((UniqueKeyModel key) -> positions(table, key.columns()))
                .thenComparing(UniqueKeyModel::name))
        .toList();
  }

  private static List<ForeignKeyModel> foreignKeys(
      TableDefinition table, Map<String, ColumnModel> columns) {
    return table.getForeignKeys().stream()
        .map(key -> foreignKey(key, columns))
        .sorted(
            Comparator.comparing((ForeignKeyModel key) -> positions(table, key.columns()))
                .thenComparing(ForeignKeyModel::name))
        .toList();
  }

  private static ForeignKeyModel foreignKey(
      ForeignKeyDefinition key, Map<String, ColumnModel> columns) {
    return new ForeignKeyModel(
        key.getName(),
        models(names(key.getKeyColumns()), columns),
        key.getReferencedTable().getName(),
        key.getReferencedKey().isPrimaryKey());
  }

  private static List<String> names(List<? extends Definition> definitions) {
    return definitions.stream()
        .map(
            definition ->
                definition instanceof IndexColumnDefinition indexed
                    ? indexed.getColumn().getName()
                    : definition.getName())
        .toList();
  }

  private static List<ColumnModel> models(List<String> names, Map<String, ColumnModel> columns) {
    return names.stream().map(columns::get).toList();
  }

  /** Sorts keys as the table has their columns. */
  private static String positions(TableDefinition table, List<ColumnModel> columns) {
    return columns.stream()
        .map(
            column ->
                String.format(Locale.ROOT, "%05d", table.getColumn(column.name()).getPosition()))
        .collect(Collectors.joining("."));
  }
}
