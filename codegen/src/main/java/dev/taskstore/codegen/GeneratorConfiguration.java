package dev.taskstore.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The configuration of the generator. Immutable; nothing in it is null.
 *
 * @param changelog the path of the changelog inside one of the resource directories, with slashes
 * @param resources the directories to search for the changelog and the files that it includes
 * @param classPath the directories and jar files to search for included files that no resource
 *     directory contains, and for the classes of custom changes
 * @param output the directory for the generated sources
 * @param schemaPackage the package of the jOOQ classes, mappings and repositories
 * @param modelPackage the package of the models, drafts, changes, keys and enums
 * @param repositorySuffix the suffix that turns the name of a model into that of its repository
 * @param contexts the Liquibase contexts to run; changesets of other contexts are skipped
 * @param includes expressions for the names of the tables to generate; empty means all
 * @param excludes expressions for the names of the tables to skip
 * @param modelNames model names by table name, to replace the singular of the table name
 * @param columnTypes Java types of the application; the first mapping that matches a column is used
 * @param managedColumns the columns that the repositories set
 * @param models options for the models
 * @param unsupported what happens when a table or a column cannot be generated
 */
public record GeneratorConfiguration(
    String changelog,
    List<Path> resources,
    List<Path> classPath,
    Path output,
    String schemaPackage,
    String modelPackage,
    String repositorySuffix,
    List<String> contexts,
    List<Pattern> includes,
    List<Pattern> excludes,
    Map<String, String> modelNames,
    List<ColumnTypeMapping> columnTypes,
    ManagedColumns managedColumns,
    ModelOptions models,
    UnsupportedMode unsupported) {

  /**
   * Copies the collections and checks the packages.
   *
   * @throws GenerationException if both packages are the same, if one is not a valid package name,
   *     or if the suffix is blank
   */
  public GeneratorConfiguration {
    Objects.requireNonNull(changelog, "changelog");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(schemaPackage, "schemaPackage");
    Objects.requireNonNull(modelPackage, "modelPackage");
    Objects.requireNonNull(repositorySuffix, "repositorySuffix");
    Objects.requireNonNull(managedColumns, "managedColumns");
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(unsupported, "unsupported");
    resources = List.copyOf(resources);
    classPath = List.copyOf(classPath);
    contexts = List.copyOf(contexts);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    modelNames = Map.copyOf(modelNames);
    columnTypes = List.copyOf(columnTypes);
    if (repositorySuffix.isBlank()) {
      throw new GenerationException(
          "repositorySuffix is blank, so that repositories would have the names of models; set it"
              + " to a text such as \"Repository\".");
    }
    requirePackage("schemaPackage", schemaPackage);
    requirePackage("modelPackage", modelPackage);
    if (schemaPackage.equals(modelPackage)) {
      throw new GenerationException(
          "schemaPackage and modelPackage are both \""
              + schemaPackage
              + "\"; use a different package for the models.");
    }
  }

  private static void requirePackage(String option, String name) {
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
      throw new GenerationException(
          option
              + " is \""
              + name
              + "\", which is not a valid Java package name; use another name.");
    }
  }

  /**
   * Returns whether a table is generated.
   *
   * @param table the name of the table
   * @return true if it is included and not excluded
   */
  public boolean selects(String table) {
    return (includes.isEmpty() || includes.stream().anyMatch(p -> p.matcher(table).matches()))
        && excludes.stream().noneMatch(p -> p.matcher(table).matches());
  }

  /**
   * Returns a builder.
   *
   * @param changelog the path of the changelog inside one of the resource directories
   * @return a builder with defaults for everything else
   */
  public static GeneratorConfigurationBuilder forChangelog(String changelog) {
    return new GeneratorConfigurationBuilder(changelog);
  }
}
