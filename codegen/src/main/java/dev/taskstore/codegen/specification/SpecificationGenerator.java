package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.h2.ChangelogDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Log;
import org.jooq.tools.JooqLogger;

/**
 * Writes the specification of a database from its changelog and the fragments beside it.
 *
 * <p>The facts come from the changelog: its schema is read from an H2 database in memory on which
 * it has run, and the statements of each described database from Liquibase. What no program can
 * know comes from Markdown fragments; a section that has none says so. The same input gives the
 * same documents byte for byte.
 *
 * <p>Stateless; threads may share it.
 */
public final class SpecificationGenerator {

  /** The name of the file that the diagram goes to, as the document links it. */
  public static final String DIAGRAM_FILE = "database.svg";

  /** The name of the file that the document goes to. */
  public static final String DOCUMENT_FILE = "DATABASE.md";

  /** Creates a generator. */
  public SpecificationGenerator() {}

  /**
   * Writes the specification.
   *
   * @param configuration which database to specify
   * @return the document and the diagram, with LF at the end of each line
   * @throws GenerationException when the changelog fails, or a fragment cannot be used
   */
  public Specification generate(SpecificationConfiguration configuration) {
    JooqLogger.globalThreshold(Log.Level.WARN);
    List<ChangelogScript> scripts =
        configuration.databases().stream()
            .map(
                database ->
                    ChangelogScript.read(
                        configuration.changelog(), configuration.resources(), database))
            .toList();
    if (scripts.isEmpty()) {
      throw new GenerationException(
          "No database is named to describe; the default is "
              + SpecificationConfiguration.DEFAULT_DATABASES
              + ".");
    }
    List<String> sampleContexts = new ArrayList<>(configuration.contexts());
    sampleContexts.add(configuration.sampleContext());
    try (ChangelogDatabase plain = migrate(configuration, configuration.contexts());
        ChangelogDatabase sample = migrate(configuration, sampleContexts)) {
      return document(configuration, scripts, plain, sample);
    }
  }

  private static ChangelogDatabase migrate(
      SpecificationConfiguration configuration, List<String> contexts) {
    return ChangelogDatabase.migrate(
        GeneratorConfiguration.forChangelog(configuration.changelog())
            .resources(configuration.resources())
            .contexts(contexts)
            .build());
  }

  private static Specification document(
      SpecificationConfiguration configuration,
      List<ChangelogScript> scripts,
      ChangelogDatabase plain,
      ChangelogDatabase sample) {
    Map<String, DeclaredSchema> declared = new LinkedHashMap<>();
    for (ChangelogScript script : scripts) {
      declared.put(script.database(), DeclaredSchema.of(script, configuration.contexts()));
    }
    SchemaFacts schema = new SchemaFactsReader(plain.catalog(), declared).read();
    Fragments fragments = Fragments.read(configuration.fragments());
    MarkdownDocument document = new MarkdownDocument();
    int changeSets = MigrationsSection.keys(scripts).size();
    OverviewSection.write(document, schema, configuration, changeSets, fragments);
    TablesSection.write(document, schema);
    RelationshipsSection.write(document, schema, fragments);
    DiagramSection.write(document, schema, DIAGRAM_FILE);
    SampleDataSection.write(
        document, schema, configuration.sampleContext(), plain, sample, fragments);
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
