package dev.taskstore.codegen.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The changelog to lint.
 *
 * @param changelog the path of the changelog inside one of the directories, with slashes
 * @param resources the directories to search for the changelog and the files that it includes;
 *     missing directories are skipped
 * @param classPath the directories and jar files to search for included files that no resource
 *     directory contains, and for the classes of custom changes
 * @param disabledRules the rules that are not checked
 * @param liquibaseSqlite whether TaskStore's Liquibase extension for SQLite runs the changelog,
 *     which makes the standard changes and types of Liquibase correct there. Otherwise, the rules
 *     for SQLite apply to them also
 */
public record LintConfiguration(
    String changelog,
    List<Path> resources,
    List<Path> classPath,
    Set<LintRule> disabledRules,
    boolean liquibaseSqlite) {

  /** Copies the collections. */
  public LintConfiguration {
    Objects.requireNonNull(changelog, "changelog");
    resources = List.copyOf(resources);
    classPath = List.copyOf(classPath);
    disabledRules = Set.copyOf(disabledRules);
  }

  /**
   * Creates a configuration with all rules, for applications that use the extension.
   *
   * @param changelog the path of the changelog inside one of the directories, with slashes
   * @param resources the directories to search
   */
  public LintConfiguration(String changelog, List<Path> resources) {
    this(changelog, resources, List.of(), Set.of(), true);
  }
}
