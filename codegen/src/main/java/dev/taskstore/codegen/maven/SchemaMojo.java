package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that read the schema of a changelog. */
abstract class SchemaMojo extends ChangelogMojo {

  /** The Liquibase contexts to run. Changesets of other contexts are skipped. */
  @Parameter private List<String> contexts = new ArrayList<>();

  /**
   * Reads the schema from the snapshot next to the changelog while that is current, and writes the
   * snapshot.
   */
  @Parameter(property = "taskstore.schema.snapshot", defaultValue = "true")
  private boolean snapshot = true;

  /** Fails if the snapshot is missing or older than the changelog, instead of writing it. */
  @Parameter(property = "taskstore.schema.frozen", defaultValue = "false")
  private boolean frozen;

  /**
   * The JDBC URL of a PostgreSQL database in which the user may create schemas. The generator
   * creates one and drops it. The default is a server that the generator starts, in a container or
   * from embedded binaries, if one of them is in the dependencies of the plugin.
   */
  @Parameter(property = "taskstore.generator.postgres.url")
  private String postgresUrl;

  /** The user of the PostgreSQL database. */
  @Parameter(property = "taskstore.generator.postgres.user")
  private String postgresUser;

  /** The password of the user. */
  @Parameter(property = "taskstore.generator.postgres.password")
  private String postgresPassword;

  /** Skips the goal. */
  @Parameter(property = "taskstore.codegen.skip", defaultValue = "false")
  private boolean skip;

  List<String> contexts() {
    return contexts;
  }

  boolean skip() {
    return skip;
  }

  SchemaOptions schemaOptions(List<String> databases) {
    return new SchemaOptions(
        databases.stream().map(SchemaDatabase::named).toList(),
        snapshot,
        frozen,
        // Maven sets an empty value to null.
        new PostgresServer(orEmpty(postgresUrl), orEmpty(postgresUser), orEmpty(postgresPassword)));
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
