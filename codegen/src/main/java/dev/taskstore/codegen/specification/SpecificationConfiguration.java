package dev.taskstore.codegen.specification;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which database to specify, and what the changelog cannot know. Immutable; nothing in it is null.
 *
 * @param title what the database is called in the heading
 * @param changelog the path of the changelog inside one of the resource directories, with slashes
 * @param resources the directories that the changelog and the files that it includes are searched
 *     in
 * @param fragments the directory of the Markdown fragments, which need not exist
 * @param databases Liquibase's short names of the databases to describe, such as {@code sqlite};
 *     diagrams show the types of the last one
 * @param contexts the Liquibase contexts to run; a changeset that names another one is no part of
 *     the described schema, but is listed among the migrations
 * @param sampleContext the context whose changesets insert sample data
 * @param versions the versions of engines and libraries by their names
 */
public record SpecificationConfiguration(
    String title,
    String changelog,
    List<Path> resources,
    Path fragments,
    List<String> databases,
    List<String> contexts,
    String sampleContext,
    SortedMap<String, String> versions) {

  /** The databases that are described unless others are named. */
  public static final List<String> DEFAULT_DATABASES = List.of("sqlite", "postgresql");

  /** Copies the collections. */
  public SpecificationConfiguration {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(changelog, "changelog");
    Objects.requireNonNull(fragments, "fragments");
    Objects.requireNonNull(sampleContext, "sampleContext");
    resources = List.copyOf(resources);
    databases = List.copyOf(databases);
    contexts = List.copyOf(contexts);
    versions = new TreeMap<>(versions);
  }

  /**
   * Everything but the title, the changelog and where they lie by default.
   *
   * @param title what the database is called in the heading
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
        new TreeMap<>(Map.of()));
  }
}
