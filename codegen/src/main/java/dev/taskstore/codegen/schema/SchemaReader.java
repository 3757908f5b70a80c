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
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Builds the model that the source writers use from the catalog of a database. For one thread. */
public final class SchemaReader {

  private final GeneratorConfiguration configuration;
  private final ProblemCollector problems;
  private final JooqNames jooqNames = new JooqNames();
  private final CheckReader checkReader = new CheckReader();

  /**
   * Creates a reader.
   *
   * @param configuration selects the tables and names models and types
   * @param problems collects everything that cannot be generated
   */
  public SchemaReader(GeneratorConfiguration configuration, ProblemCollector problems) {
    this.configuration = configuration;
    this.problems = problems;
  }

  /**
   * Builds the model of the selected tables.
   *
   * @param catalog the tables of the migrated database
   * @param skipped returns a description of the changesets that did not run, for a changelog
   *     without tables
   * @return the model of what can be generated; incomplete if there are problems
   */
  public SchemaModel read(Catalog catalog, Supplier<String> skipped) {
    Places places = new Places(configuration.changelog(), catalog);
    List<CatalogTable> selected =
        catalog.tables().stream().filter(table -> configuration.selects(table.name())).toList();
    if (selected.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemKind.NO_TABLE,
              "The changelog "
                  + configuration.changelog()
                  + " has no table to generate."
                  + (catalog.tables().isEmpty()
                      ? skipped.get()
                      : " Correct includes and excludes, which skip all "
                          + catalog.tables().size()
                          + " tables.")));
      return new SchemaModel(List.of(), List.of());
    }
    new OptionCheck(configuration, problems, selected).check(catalog);
    SchemaModel schema =
        new SchemaModel(
            selected.stream()
                .filter(table -> hasWords(table, places))
                .map(table -> table(catalog, table, places))
                .toList(),
            catalog.tables().stream()
                .filter(table -> configuration.importOf(table.name()).isPresent())
                .map(table -> table(catalog, table, places))
                .toList());
    new TypeNameCheck(configuration, problems, places).check(schema);
    return withoutLeftOut(schema);
  }

  private boolean hasWords(CatalogTable table, Places places) {
    if (Names.words(table.name()).isEmpty()) {
      problems.leaveOut(
          new Problem(
              ProblemKind.NAME,
              places.table(table.name()),
              "has a name without a letter or digit, which has no Java name",
              Advice.of("rename it")),
          LeftOut.Part.TABLE,
          table.name(),
          "");
      return false;
    }
    return true;
  }

  private SchemaModel withoutLeftOut(SchemaModel schema) {
    SchemaModel rest =
        new SchemaModel(
            schema.tables().stream()
                .filter(table -> !isLeftOut(table, LeftOut.Part.TABLE))
                .map(
                    table ->
                        isLeftOut(table, LeftOut.Part.REPOSITORY) ? table.withoutModel() : table)
                .map(table -> table.modelled() ? table : table.withoutEnums())
                .toList(),
            schema.imported());
    if (rest.tables().isEmpty()) {
      problems.leftOut().stream()
          .map(left -> Problem.of(ProblemKind.NO_TABLE, left.reason()))
          .forEach(problems::add);
    }
    return rest;
  }

  private boolean isLeftOut(TableModel table, LeftOut.Part part) {
    return problems.leftOut().stream()
        .anyMatch(left -> left.part() == part && left.table().equals(table.name()));
  }

  private TableModel table(Catalog catalog, CatalogTable table, Places places) {
    String modelName = modelName(table);
    List<String> primaryKey = table.primaryKey().map(CatalogKey::columns).orElse(List.of());
    Set<String> referring = new HashSet<>();
    table.foreignKeys().forEach(key -> referring.addAll(key.columns()));
    ColumnModelReader reader =
        new ColumnModelReader(
            configuration,
            problems,
            places,
            table,
            modelName,
            checkReader.read(table),
            Set.copyOf(primaryKey),
            referring);
    List<ColumnModel> columns = new ArrayList<>();
    Map<String, ColumnModel> byName = new HashMap<>();
    List<Problem> found = new ArrayList<>();
    for (CatalogColumn column : table.columns()) {
      try {
        ColumnModel model = reader.read(column, jooqNames.column(table.name(), column.name()));
        columns.add(model);
        byName.put(column.name(), model);
      } catch (GenerationException e) {
        found.addAll(e.problems());
        e.problems().forEach(problem -> leaveOut(table, column, problem));
      }
    }
    TableModel model =
        new TableModel(
            table.name(),
            table.remark(),
            modelName,
            configuration.models().interfacesOf(table.name()).stream()
                .map(ClassName::bestGuess)
                .toList(),
            configuration.models().modelled(table.name()),
            jooqNames.table(table.name()),
            columns,
            models(primaryKey, byName).orElse(List.of()),
            uniqueKeys(table, primaryKey, byName),
            foreignKeys(catalog, table, byName));
    leaveOutLinks(table, model, found);
    return model;
  }

  /**
   * Leaves out the links of a join table of which a column is left out: deleting a link would
   * delete the value of that column.
   */
  private void leaveOutLinks(CatalogTable table, TableModel model, List<Problem> found) {
    if (!found.isEmpty() && model.pureJoinTable()) {
      problems.leaveOut(found.get(0), LeftOut.Part.REPOSITORY, table.name(), "");
    }
  }

  private void leaveOut(CatalogTable table, CatalogColumn column, Problem problem) {
    if (column.category().isPresent()) {
      // Without a model, the values of a marked column would appear in logs.
      problems.add(problem);
      return;
    }
    boolean dispensable =
        problem.kind() != ProblemKind.VERSION
            && problem.kind() != ProblemKind.IDENTITY
            && table.primaryKey().stream().noneMatch(key -> key.columns().contains(column.name()))
            && (column.nullable() || column.computed() || column.defaultExpression().isPresent());
    problems.leaveOut(
        problem,
        dispensable ? LeftOut.Part.COLUMN : LeftOut.Part.REPOSITORY,
        table.name(),
        column.name());
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
        .flatMap(
            key ->
                models(key.columns(), columns).stream()
                    .map(models -> new UniqueKeyModel(key.name(), models)))
        .toList();
  }

  private static List<ForeignKeyModel> foreignKeys(
      Catalog catalog, CatalogTable table, Map<String, ColumnModel> columns) {
    return table.foreignKeys().stream()
        .flatMap(
            key ->
                models(key.columns(), columns).stream()
                    .map(
                        models ->
                            new ForeignKeyModel(
                                key.name(),
                                models,
                                key.table(),
                                key.referencedColumns(),
                                catalog.refersToPrimaryKey(key),
                                key.onDelete().equals("CASCADE"))))
        .toList();
  }

  /** The models of the columns of a key; empty if one of them has none. */
  private static Optional<List<ColumnModel>> models(
      List<String> names, Map<String, ColumnModel> columns) {
    return columns.keySet().containsAll(names)
        ? Optional.of(
            names.stream().map(name -> Objects.requireNonNull(columns.get(name))).toList())
        : Optional.empty();
  }
}
