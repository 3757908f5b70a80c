package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.ReadFiles;
import dev.taskstore.codegen.database.MigratedDatabase;
import dev.taskstore.codegen.merge.MergedSchema;
import dev.taskstore.codegen.snapshot.SchemaSnapshot;
import dev.taskstore.codegen.snapshot.SnapshotFile;
import dev.taskstore.codegen.snapshot.SnapshotInputs;
import java.util.List;
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
    if (!configuration.schema().snapshots()) {
      return requireEqual(configuration, new DatabaseReader(configuration).read());
    }
    SnapshotFile file = SnapshotFile.of(configuration);
    Optional<SchemaSnapshot> snapshot =
        file.read().filter(found -> found.inputs().areCurrent(configuration));
    if (snapshot.isPresent()) {
      return requireEqual(configuration, snapshot.get().schema());
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
    return record(configuration);
  }

  /**
   * Reads the databases and writes the snapshot, also if it is current.
   *
   * @param configuration the changelog and the databases
   * @return the tables
   * @throws GenerationException as {@link #catalog}
   */
  public static Catalog record(GeneratorConfiguration configuration) {
    SchemaSnapshot read = read(configuration);
    Catalog catalog = requireEqual(configuration, read.schema());
    SnapshotFile.of(configuration).write(read);
    return catalog;
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
    SchemaSnapshot read = read(configuration);
    requireEqual(configuration, read.schema());
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

  private static SchemaSnapshot read(GeneratorConfiguration configuration) {
    DatabaseReader reader = new DatabaseReader(configuration);
    MergedSchema schema = reader.read();
    return new SchemaSnapshot(SnapshotInputs.of(configuration, reader.readFiles()), schema);
  }

  private static Catalog requireEqual(GeneratorConfiguration configuration, MergedSchema schema) {
    List<String> report = DifferenceReport.lines(configuration, schema);
    if (!report.isEmpty()) {
      throw new GenerationException(
          "The changelog "
              + configuration.changelog()
              + " gives different schemas on SQLite and PostgreSQL in "
              + (report.size() == 1 ? "1 place:" : report.size() + " places:")
              + "\n"
              + String.join("\n", report));
    }
    return schema.catalog();
  }
}
