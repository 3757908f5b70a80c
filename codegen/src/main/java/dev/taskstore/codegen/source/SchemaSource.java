package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.ReadFiles;
import dev.taskstore.codegen.database.MigratedDatabase;
import dev.taskstore.codegen.merge.MergedSchema;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.snapshot.SchemaSnapshot;
import dev.taskstore.codegen.snapshot.SnapshotFile;
import dev.taskstore.codegen.snapshot.SnapshotInputs;
import java.util.Optional;

/**
 * Provides the schema that a changelog gives on its databases.
 *
 * <p>While the snapshot next to the changelog is current, no database is opened. Otherwise the
 * changelog runs on an empty SQLite database in memory and in an empty schema of PostgreSQL; both
 * must give the same schema, and the snapshot is written.
 *
 * <p>Stateless and thread-safe; two runs for one changelog must not be concurrent.
 */
public final class SchemaSource {

  private SchemaSource() {}

  /**
   * Returns the schema.
   *
   * @param configuration the changelog and the databases
   * @return the tables
   * @throws GenerationException if the changelog fails, if the databases differ in a selected
   *     table, if a mark of personal data is invalid, or if the snapshot must be current and is not
   */
  public static Catalog catalog(GeneratorConfiguration configuration) {
    ProblemCollector problems = new ProblemCollector(false);
    Catalog catalog = catalog(configuration, problems);
    GenerationException.throwIfAny(configuration.changelog(), problems);
    return catalog;
  }

  /**
   * Returns the schema.
   *
   * @param configuration the changelog and the databases
   * @param problems collects invalid marks of personal data, and the differences between the
   *     databases in the selected tables
   * @return the tables
   * @throws GenerationException if the changelog fails, or if the snapshot must be current and is
   *     not
   */
  public static Catalog catalog(GeneratorConfiguration configuration, ProblemCollector problems) {
    MergedSchema schema = schema(configuration, problems);
    DifferenceReport.add(configuration, schema, problems);
    return schema.catalog();
  }

  private static MergedSchema schema(
      GeneratorConfiguration configuration, ProblemCollector problems) {
    if (!configuration.schema().snapshots()) {
      return read(configuration, problems).schema();
    }
    SnapshotFile file = SnapshotFile.of(configuration);
    Optional<SchemaSnapshot> snapshot =
        file.read().filter(found -> found.inputs().areCurrent(configuration));
    if (snapshot.isPresent()) {
      return snapshot.get().schema();
    }
    if (configuration.schema().frozen()) {
      throw new GenerationException(
          "The snapshot "
              + file.path()
              + (file.exists() ? " is older than" : " is missing for")
              + " the changelog "
              + configuration.changelog()
              + ", and taskstore.schema.frozen is set. Run the goal generate without"
              + " -Dtaskstore.schema.frozen and commit the file.");
    }
    return record(configuration, file, problems).schema();
  }

  /**
   * Reads the databases and writes the snapshot, also if it is current.
   *
   * @param configuration the changelog and the databases
   * @return the tables
   * @throws GenerationException as {@link #catalog}
   */
  public static Catalog record(GeneratorConfiguration configuration) {
    ProblemCollector problems = new ProblemCollector(false);
    MergedSchema schema = record(configuration, SnapshotFile.of(configuration), problems).schema();
    DifferenceReport.add(configuration, schema, problems);
    GenerationException.throwIfAny(configuration.changelog(), problems);
    return schema.catalog();
  }

  private static SchemaSnapshot record(
      GeneratorConfiguration configuration, SnapshotFile file, ProblemCollector problems) {
    SchemaSnapshot read = read(configuration, problems);
    if (problems.problems().isEmpty()) {
      file.write(read);
    }
    return read;
  }

  /**
   * Compares the snapshot with the databases.
   *
   * @param configuration the changelog and the databases
   * @throws GenerationException if the snapshot is missing or not what the databases give, with the
   *     lines that differ; or as {@link #catalog}
   */
  public static void check(GeneratorConfiguration configuration) {
    SnapshotFile file = SnapshotFile.of(configuration);
    ProblemCollector problems = new ProblemCollector(false);
    SchemaSnapshot read = read(configuration, problems);
    DifferenceReport.add(configuration, read.schema(), problems);
    GenerationException.throwIfAny(configuration.changelog(), problems);
    file.requireEqual(read);
  }

  /**
   * Runs a changelog on one database, for its rows.
   *
   * @param configuration the changelog, its contexts and the databases
   * @return SQLite if it is one of the databases, else PostgreSQL; the caller closes it
   * @throws GenerationException if the changelog fails
   */
  public static MigratedDatabase rows(GeneratorConfiguration configuration) {
    return DatabaseReader.migrate(rowDatabase(configuration), configuration, new ReadFiles());
  }

  /**
   * Returns the database that {@link #rows} opens.
   *
   * @param configuration the databases
   * @return the database
   */
  public static SchemaDatabase rowDatabase(GeneratorConfiguration configuration) {
    return configuration.schema().databases().get(0);
  }

  private static SchemaSnapshot read(
      GeneratorConfiguration configuration, ProblemCollector problems) {
    DatabaseReader reader = new DatabaseReader(configuration);
    MergedSchema schema = reader.read(problems);
    return new SchemaSnapshot(SnapshotInputs.of(configuration, reader.readFiles()), schema);
  }
}
