package dev.taskstore.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What to generate, from what, and where to. Immutable; nothing in it is null.
 *
 * @param changelog the path of the changelog inside one of the resource directories, with slashes
 * @param resources the directories that the changelog and the files that it includes are searched
 *     in
 * @param output the directory that the generated sources are written to
 * @param schemaPackage the package of the jOOQ classes, mappings and repositories
 * @param modelPackage the package of the models, drafts, changes, keys and enums
 * @param repositorySuffix what follows the name of the model in the name of its repository
 * @param contexts the Liquibase contexts to run; a changeset that names another one is left out
 * @param includes expressions for the names of the tables to generate; empty means all
 * @param excludes expressions for the names of the tables to leave out
 * @param modelNames names of models by table name, where the singular of the table name is not
 *     wanted
 * @param columnTypes Java types of the application's own; the first that matches a column wins
 * @param managedColumns the columns that the repositories fill in
 * @param models what the models of some tables have that others do not
 */
public record GeneratorConfiguration(
    String changelog,
    List<Path> resources,
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
    ModelOptions models) {

  /**
   * Copies the collections and checks the packages.
   *
   * @throws GenerationException when both packages are the same or one is no Java name, or when the
   *     suffix is blank
   */
  public GeneratorConfiguration {
    Objects.requireNonNull(changelog, "changelog");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(schemaPackage, "schemaPackage");
    Objects.requireNonNull(modelPackage, "modelPackage");
    Objects.requireNonNull(repositorySuffix, "repositorySuffix");
    Objects.requireNonNull(managedColumns, "managedColumns");
    Objects.requireNonNull(models, "models");
    resources = List.copyOf(resources);
    contexts = List.copyOf(contexts);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    modelNames = Map.copyOf(modelNames);
    columnTypes = List.copyOf(columnTypes);
    if (repositorySuffix.isBlank()) {
      throw new GenerationException(
          "repositorySuffix is blank; give it a text such as \"Repository\", as the repositories"
              + " would be named like the models.");
    }
    requirePackage("schemaPackage", schemaPackage);
    requirePackage("modelPackage", modelPackage);
    if (schemaPackage.equals(modelPackage)) {
      throw new GenerationException(
          "schemaPackage and modelPackage are both \""
              + schemaPackage
              + "\"; give the models a package of their own.");
    }
  }

  private static void requirePackage(String option, String name) {
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
      throw new GenerationException(
          option + " is \"" + name + "\", which is no name of a Java package; give it another.");
    }
  }

  /**
   * Says whether a table is to be generated.
   *
   * @param table the name of the table
   * @return whether it is included and not excluded
   */
  public boolean selects(String table) {
    return (includes.isEmpty() || includes.stream().anyMatch(p -> p.matcher(table).matches()))
        && excludes.stream().noneMatch(p -> p.matcher(table).matches());
  }

  /**
   * Starts a configuration.
   *
   * @param changelog the path of the changelog inside one of the resource directories
   * @return a builder with the defaults of everything else
   */
  public static GeneratorConfigurationBuilder forChangelog(String changelog) {
    return new GeneratorConfigurationBuilder(changelog);
  }
}
