package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.changelog.ChangelogReview;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.changelog.ReadFiles;
import dev.taskstore.codegen.database.MigratedDatabase;
import dev.taskstore.codegen.database.ScratchDatabase;
import dev.taskstore.codegen.merge.MergedSchema;
import dev.taskstore.codegen.merge.SchemaComparison;
import dev.taskstore.codegen.postgres.PostgresCatalogReader;
import dev.taskstore.codegen.postgres.PostgresScratchDatabase;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.sql.SqlExpression;
import dev.taskstore.codegen.sqlite.SqliteCatalogReader;
import dev.taskstore.codegen.sqlite.SqliteSchema;
import dev.taskstore.codegen.sqlite.SqliteScratchDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a changelog on the configured databases and reads the schema. For one thread. */
final class DatabaseReader {

  private final GeneratorConfiguration configuration;
  private final ReadFiles readFiles = new ReadFiles();
  private final DeclaredFacts declared = new DeclaredFacts();
  private final List<DataMark> marks = new ArrayList<>();

  DatabaseReader(GeneratorConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The files of the changelog, after {@link #read}. */
  ReadFiles readFiles() {
    return readFiles;
  }

  /**
   * Reads the schema.
   *
   * @param problems collects invalid marks of personal data
   * @throws GenerationException if the changelog has problems or fails, with all that are known
   */
  MergedSchema read(ProblemCollector problems) {
    ChangelogReview.of(files(configuration), configuration.contexts()).report(problems);
    GenerationException.throwIfAny(configuration.changelog(), problems);
    // SQLite first: it needs no server, and finds most mistakes.
    Optional<SqliteSchema> sqlite =
        read(
            SchemaDatabase.SQLITE,
            database -> new SqliteCatalogReader(database.connection()).read());
    Optional<Catalog> postgres =
        read(
            SchemaDatabase.POSTGRESQL,
            database -> new PostgresCatalogReader(database.connection()).read());
    MergedSchema merged;
    if (postgres.isPresent()) {
      Catalog catalog = complete(postgres.get(), StandardTypes::refined);
      merged =
          new MergedSchema(
              catalog,
              sqlite
                  .map(other -> new SchemaComparison(catalog, other).differences())
                  .orElse(List.of()));
    } else {
      Catalog alone = sqlite.orElseThrow().catalog();
      merged =
          new MergedSchema(
              SqliteStandard.standard(
                  complete(alone, (type, written) -> StandardTypes.of(written))),
              List.of());
    }
    DataMarkCheck.check(marks, merged.catalog(), problems);
    return merged;
  }

  private <T> Optional<T> read(SchemaDatabase kind, Function<MigratedDatabase, T> reader) {
    if (!configuration.schema().databases().contains(kind)) {
      return Optional.empty();
    }
    try (MigratedDatabase database = migrate(kind, configuration, readFiles)) {
      declared.add(configuration, kind, database.changeSets());
      database.marks().stream().filter(mark -> !marks.contains(mark)).forEach(marks::add);
      return Optional.of(reader.apply(database));
    }
  }

  static MigratedDatabase migrate(
      SchemaDatabase kind, GeneratorConfiguration configuration, ReadFiles readFiles) {
    ChangelogFiles files = files(configuration);
    files.requireChangelog();
    ScratchDatabase scratch =
        kind == SchemaDatabase.SQLITE
            ? SqliteScratchDatabase.open()
            : PostgresScratchDatabase.open(configuration.schema().postgres());
    return MigratedDatabase.migrate(kind, scratch, files, configuration.contexts(), readFiles);
  }

  private static ChangelogFiles files(GeneratorConfiguration configuration) {
    return new ChangelogFiles(
        configuration.changelog(), configuration.resources(), configuration.classPath());
  }

  private interface TypeRule {
    CatalogType type(CatalogType found, String written);
  }

  private Catalog complete(Catalog catalog, TypeRule rule) {
    return new Catalog(
        catalog.tables().stream()
            .map(
                table ->
                    new CatalogTable(
                        table.name(),
                        table.remark(),
                        declared.origin(table.name()),
                        table.columns().stream()
                            .map(column -> complete(table.name(), column, rule))
                            .toList(),
                        table.primaryKey(),
                        table.uniqueKeys(),
                        table.indexes(),
                        table.foreignKeys(),
                        table.checks().stream().map(check -> written(table, check)).toList()))
            .toList());
  }

  private CatalogCheck written(CatalogTable table, CatalogCheck check) {
    return new CatalogCheck(
        check.name(),
        SqlExpression.quoteColumns(
            declared.check(table.name(), check.name()).orElse(check.expression()),
            table.columns().stream().map(CatalogColumn::name).toList()));
  }

  private CatalogColumn complete(String table, CatalogColumn column, TypeRule rule) {
    return new CatalogColumn(
        column.name(),
        column.remark(),
        declared.origin(table, column.name()),
        DataMark.categoryOf(marks, table, column.name()),
        declared
            .type(table, column.name())
            .map(written -> rule.type(column.type(), written))
            .orElse(column.type()),
        column.nullable(),
        column.defaultExpression(),
        column.identity(),
        column.computed(),
        column.collated());
  }
}
