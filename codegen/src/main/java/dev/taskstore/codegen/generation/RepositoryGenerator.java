package dev.taskstore.codegen.generation;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.UnsupportedMode;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.changelog.ChangelogReview;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.SchemaReader;
import dev.taskstore.codegen.source.SchemaSource;
import dev.taskstore.codegen.writer.JooqWriter;
import dev.taskstore.codegen.writer.RepositorySources;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.Log;
import org.jooq.tools.JooqLogger;

/**
 * Generates jOOQ tables, models and repositories from a Liquibase changelog.
 *
 * <p>The schema comes from the snapshot next to the changelog while that is current. Otherwise the
 * changelog runs on SQLite and PostgreSQL, which must give the same schema. The same input gives
 * the same files byte for byte; a run without changes writes nothing.
 *
 * <p>Stateless. Runs for different output directories can be concurrent.
 */
public final class RepositoryGenerator {

  /** Creates a generator. */
  public RepositoryGenerator() {}

  /**
   * Generates the sources, unless they are up to date.
   *
   * @param configuration the configuration
   * @return the generated files
   * @throws GenerationException if the changelog fails or contains something that cannot be
   *     generated, with all problems; the output directory then stays unchanged
   */
  public GenerationResult generate(GeneratorConfiguration configuration) {
    // At lower levels jOOQ logs a logo and a tip, which do not belong in a build log.
    JooqLogger.globalThreshold(Log.Level.WARN);
    // First: it may write the snapshot, which is part of the inputs.
    ProblemCollector problems =
        new ProblemCollector(configuration.unsupported() == UnsupportedMode.REPORT);
    Catalog catalog = SchemaSource.catalog(configuration, problems);
    OutputDirectory output = new OutputDirectory(configuration.output());
    String fingerprint = Fingerprint.of(configuration);
    Optional<GenerationResult> upToDate = output.upToDate(fingerprint);
    return upToDate.orElseGet(
        () -> {
          SortedMap<String, String> sources = sources(configuration, catalog, problems);
          return output.replace(fingerprint, sources, problems.leftOut());
        });
  }

  private static SortedMap<String, String> sources(
      GeneratorConfiguration configuration, Catalog catalog, ProblemCollector problems) {
    try {
      SchemaModel schema =
          new SchemaReader(configuration, problems)
              .read(catalog, () -> skippedChangeSets(configuration));
      GenerationException.throwIfAny(configuration.changelog(), problems);
      SortedMap<String, String> sources = new RepositorySources(configuration).write(schema);
      sources.putAll(new JooqWriter(configuration).write(schema, catalog));
      return sources;
    } catch (GenerationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new GenerationException(
          "The generator failed for changelog "
              + configuration.changelog()
              + " because of a bug: "
              + e
              + ". Skip the table with excludes, and report the changelog.",
          e);
    }
  }

  private static String skippedChangeSets(GeneratorConfiguration configuration) {
    return ChangelogReview.of(
            new ChangelogFiles(
                configuration.changelog(), configuration.resources(), configuration.classPath()),
            configuration.contexts())
        .skippedChangeSets();
  }
}
