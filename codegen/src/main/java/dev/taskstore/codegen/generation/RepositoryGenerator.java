package dev.taskstore.codegen.generation;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.h2.ChangelogDatabase;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.SchemaReader;
import dev.taskstore.codegen.writer.JooqWriter;
import dev.taskstore.codegen.writer.RepositorySources;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.Log;
import org.jooq.tools.JooqLogger;

/**
 * Generates jOOQ tables, models and repositories from a Liquibase changelog.
 *
 * <p>The changelog is run on an H2 database in memory, the schema is read from there, and the
 * sources are written. The same input gives the same files byte for byte, and a run with nothing
 * changed writes nothing. It needs no other database, and it never executes what it generates.
 *
 * <p>Stateless. Runs for different output directories may go on at the same time.
 */
public final class RepositoryGenerator {

  /** Creates a generator. */
  public RepositoryGenerator() {}

  /**
   * Generates the sources, unless the output directory holds them already.
   *
   * @param configuration what to generate
   * @return what was done
   * @throws GenerationException when the changelog fails, or asks for something that cannot be
   *     generated; the output directory is left as it was
   */
  public GenerationResult generate(GeneratorConfiguration configuration) {
    OutputDirectory output = new OutputDirectory(configuration.output());
    String fingerprint = Fingerprint.of(configuration);
    Optional<GenerationResult> upToDate = output.upToDate(fingerprint);
    return upToDate.orElseGet(() -> output.replace(fingerprint, sources(configuration)));
  }

  private static SortedMap<String, String> sources(GeneratorConfiguration configuration) {
    // What jOOQ says at lower levels, a logo and a tip among it, does not belong in a build log.
    JooqLogger.globalThreshold(Log.Level.WARN);
    try (ChangelogDatabase database = ChangelogDatabase.migrate(configuration)) {
      SchemaModel schema = new SchemaReader(configuration).read(database.catalog());
      SortedMap<String, String> sources = new RepositorySources(configuration).write(schema);
      sources.putAll(new JooqWriter(configuration).write(schema, database));
      return sources;
    } catch (GenerationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new GenerationException(
          "The generator failed at changelog "
              + configuration.changelog()
              + ", which is a fault of its own: "
              + e
              + ". Leave the table that it is about out with excludes, and report the changelog.",
          e);
    }
  }
}
