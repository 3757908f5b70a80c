package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.SchemaOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration of a specification. Immutable; nothing in it is null.
 *
 * @param title the name of the database in the heading
 * @param changelog the path of the changelog inside one of the resource directories, with slashes
 * @param resources the directories to search for the changelog and the files that it includes
 * @param fragments the directory of the Markdown fragments; it can be missing
 * @param databases Liquibase's short names of the databases to describe, such as {@code sqlite};
 *     diagrams show the types of the last one
 * @param contexts the Liquibase contexts to run; changesets of other contexts are listed as
 *     migrations, but do not change the described schema
 * @param sampleContext the context of the changesets that insert sample data
 * @param versions the versions of engines and libraries by name
 * @param classPath the directories and jar files to search for included files that no resource
 *     directory contains
 * @param schema where the schema is read from
 */
public record SpecificationConfiguration(
    String title,
    String changelog,
    List<Path> resources,
    Path fragments,
    List<String> databases,
    List<String> contexts,
    String sampleContext,
    SortedMap<String, String> versions,
    List<Path> classPath,
    SchemaOptions schema) {

  /** The databases that are described by default. */
  public static final List<String> DEFAULT_DATABASES = List.of("sqlite", "postgresql");

  /** Copies the collections. */
  public SpecificationConfiguration {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(changelog, "changelog");
    Objects.requireNonNull(fragments, "fragments");
    Objects.requireNonNull(sampleContext, "sampleContext");
    Objects.requireNonNull(schema, "schema");
    resources = List.copyOf(resources);
    databases = List.copyOf(databases);
    contexts = List.copyOf(contexts);
    versions = new TreeMap<>(versions);
    classPath = List.copyOf(classPath);
  }

  /**
   * Returns a configuration with defaults for everything else.
   *
   * @param title the name of the database in the heading
   * @param changelog the path of the changelog inside one of the resource directories
   * @param resources the directories to search
   * @param fragments the directory of the Markdown fragments
   * @return a configuration for SQLite and PostgreSQL, with sample data in the context {@code
   *     sample}
   */
  public static SpecificationConfiguration of(
      String title, String changelog, List<Path> resources, Path fragments) {
    return new SpecificationConfiguration(
        title,
        changelog,
        resources,
        fragments,
        DEFAULT_DATABASES,
        List.of(),
        "sample",
        new TreeMap<>(),
        List.of(),
        SchemaOptions.DEFAULT);
  }

  /**
   * Returns the same configuration with another source of the schema.
   *
   * @param options where the schema is read from
   * @return the configuration
   */
  public SpecificationConfiguration withSchema(SchemaOptions options) {
    return new SpecificationConfiguration(
        title,
        changelog,
        resources,
        fragments,
        databases,
        contexts,
        sampleContext,
        versions,
        classPath,
        options);
  }
}
