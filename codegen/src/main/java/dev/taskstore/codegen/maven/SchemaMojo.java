package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of the goals that read the schema of a changelog. */
abstract class SchemaMojo extends AbstractMojo {

  /**
   * The path of the changelog in one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories to search for the changelog and the files that it includes. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** The class path of the project, for included files and the classes of custom changes. */
  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> classPath = List.of();

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File ownClasses;

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

  String changelog() {
    return changelog;
  }

  List<Path> resources() {
    return resources.stream().map(File::toPath).toList();
  }

  List<Path> classPath() {
    return ClassPaths.dependencies(classPath, ownClasses);
  }

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
