package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.source.SchemaSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Log;
import org.jooq.tools.JooqLogger;

/**
 * Writes the specification of a database from its changelog and Markdown fragments.
 *
 * <p>The schema comes from the snapshot or from the databases, as it does for the sources. The
 * changelog runs on SQLite in memory for its rows. Liquibase generates the statements for each
 * described database. Other information comes from Markdown fragments; a section without one
 * contains a notice. The same input gives the same documents byte for byte.
 *
 * <p>Stateless and thread-safe.
 */
public final class SpecificationGenerator {

  /** The name of the file with the diagram, which the document links. */
  public static final String DIAGRAM_FILE = "database.svg";

  /** The name of the file with the document. */
  public static final String DOCUMENT_FILE = "DATABASE.md";

  /** Creates a generator. */
  public SpecificationGenerator() {}

  /**
   * Writes the specification.
   *
   * @param configuration the configuration
   * @return the document and the diagram, with LF at the end of each line
   * @throws GenerationException if the changelog fails or a fragment is invalid
   */
  public Specification generate(SpecificationConfiguration configuration) {
    JooqLogger.globalThreshold(Log.Level.WARN);
    List<ChangelogScript> scripts =
        configuration.databases().stream()
            .map(
                database ->
                    ChangelogScript.read(
                        configuration.changelog(),
                        configuration.resources(),
                        configuration.classPath(),
                        database,
                        Map.of()))
            .toList();
    if (scripts.isEmpty()) {
      throw new GenerationException(
          "No database is configured; the default is "
              + SpecificationConfiguration.DEFAULT_DATABASES
              + ".");
    }
    List<String> sampleContexts = new ArrayList<>(configuration.contexts());
    sampleContexts.add(configuration.sampleContext());
    Catalog catalog = SchemaSource.catalog(configured(configuration, configuration.contexts()));
    try (SampleRows plain = SampleRows.of(configured(configuration, configuration.contexts()));
        SampleRows sample = SampleRows.of(configured(configuration, sampleContexts))) {
      return document(configuration, scripts, catalog, plain, sample);
    }
  }

  private static GeneratorConfiguration configured(
      SpecificationConfiguration configuration, List<String> contexts) {
    return GeneratorConfiguration.forChangelog(configuration.changelog())
        .resources(configuration.resources())
        .classPath(configuration.classPath())
        .contexts(contexts)
        .schema(configuration.schema())
        .build();
  }

  private static Specification document(
      SpecificationConfiguration configuration,
      List<ChangelogScript> scripts,
      Catalog catalog,
      SampleRows plain,
      SampleRows sample) {
    Map<String, DeclaredSchema> declared = new LinkedHashMap<>();
    for (ChangelogScript script : scripts) {
      declared.put(script.database(), DeclaredSchema.of(script, configuration.contexts()));
    }
    SchemaFacts schema = new SchemaFactsReader(catalog, declared).read();
    Fragments fragments = Fragments.read(configuration.fragments());
    MarkdownDocument document = new MarkdownDocument();
    int changeSets = MigrationsSection.keys(scripts).size();
    OverviewSection.write(document, schema, configuration, changeSets, fragments);
    TablesSection.write(document, schema);
    RelationshipsSection.write(document, schema, fragments);
    PersonalDataSection.write(document, schema, fragments);
    DiagramSection.write(document, schema, DIAGRAM_FILE);
    SampleDataSection.write(
        document, catalog, configuration.sampleContext(), plain, sample, fragments);
    document.section("Common queries");
    document.paragraph(fragments.textOrNotice("queries", "the queries and their plans"));
    MigrationsSection.write(document, scripts, fragments);
    PerformanceSection.write(document, schema, fragments);
    OperationSections.write(document, fragments);
    fragments.requireAllUsed();
    return new Specification(
        document.document(beginning(configuration)),
        SchemaDiagram.svg(configuration.title(), schema));
  }

  private static String beginning(SpecificationConfiguration configuration) {
    return "<!-- Generated from the changelog; edits are lost. Change the changelog or the fragments,"
        + " and generate again. -->\n\n# "
        + configuration.title()
        + ": database specification\n";
  }
}
