package dev.taskstore.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Collects a {@link GeneratorConfiguration}. Takes no null; for one thread. */
public final class GeneratorConfigurationBuilder {

  private final String changelog;
  private final List<Path> resources = new ArrayList<>();
  private Path output = Path.of("target/generated-sources/taskstore");
  private String schemaPackage = "schema";
  private String modelPackage = "model";
  private String repositorySuffix = "Repository";
  private final List<String> contexts = new ArrayList<>();
  private final List<Pattern> includes = new ArrayList<>();
  private final List<Pattern> excludes = new ArrayList<>();
  private final Map<String, String> modelNames = new LinkedHashMap<>();
  private final List<ColumnTypeMapping> columnTypes = new ArrayList<>();
  private ManagedColumns managedColumns = ManagedColumns.DEFAULT;
  private ModelOptions models = ModelOptions.DEFAULT;

  GeneratorConfigurationBuilder(String changelog) {
    this.changelog = Objects.requireNonNull(changelog, "changelog");
  }

  /**
   * Adds directories to search the changelog in.
   *
   * @param directories the directories; those that do not exist are skipped
   * @return this
   */
  public GeneratorConfigurationBuilder resources(Collection<Path> directories) {
    resources.addAll(directories);
    return this;
  }

  /**
   * Sets the directory to write to.
   *
   * @param directory the directory, created when it is missing
   * @return this
   */
  public GeneratorConfigurationBuilder output(Path directory) {
    output = directory;
    return this;
  }

  /**
   * Sets the package of the jOOQ classes, mappings and repositories.
   *
   * @param name the package
   * @return this
   */
  public GeneratorConfigurationBuilder schemaPackage(String name) {
    schemaPackage = name;
    return this;
  }

  /**
   * Sets the package of the models.
   *
   * @param name the package
   * @return this
   */
  public GeneratorConfigurationBuilder modelPackage(String name) {
    modelPackage = name;
    return this;
  }

  /**
   * Sets what follows the name of the model in the name of its repository.
   *
   * @param suffix by default {@code Repository}
   * @return this
   */
  public GeneratorConfigurationBuilder repositorySuffix(String suffix) {
    repositorySuffix = suffix;
    return this;
  }

  /**
   * Adds Liquibase contexts to run.
   *
   * @param names the contexts
   * @return this
   */
  public GeneratorConfigurationBuilder contexts(Collection<String> names) {
    contexts.addAll(names);
    return this;
  }

  /**
   * Adds tables to generate; without any, all are.
   *
   * @param expressions regular expressions for the whole table name
   * @return this
   */
  public GeneratorConfigurationBuilder includes(Collection<String> expressions) {
    expressions.forEach(expression -> includes.add(Pattern.compile(expression)));
    return this;
  }

  /**
   * Adds tables to leave out.
   *
   * @param expressions regular expressions for the whole table name
   * @return this
   */
  public GeneratorConfigurationBuilder excludes(Collection<String> expressions) {
    expressions.forEach(expression -> excludes.add(Pattern.compile(expression)));
    return this;
  }

  /**
   * Names the models of some tables.
   *
   * @param names the name of the model by the name of the table
   * @return this
   */
  public GeneratorConfigurationBuilder modelNames(Map<String, String> names) {
    modelNames.putAll(names);
    return this;
  }

  /**
   * Gives columns a Java type of the application's own.
   *
   * @param columnType the columns and the type; the first that matches a column wins
   * @return this
   */
  public GeneratorConfigurationBuilder columnType(ColumnTypeMapping columnType) {
    columnTypes.add(columnType);
    return this;
  }

  /**
   * Sets the names of the columns that the repositories fill in.
   *
   * @param names the names
   * @return this
   */
  public GeneratorConfigurationBuilder managedColumns(ManagedColumns names) {
    managedColumns = names;
    return this;
  }

  /**
   * Sets what the models of some tables have that others do not.
   *
   * @param options the options
   * @return this
   */
  public GeneratorConfigurationBuilder models(ModelOptions options) {
    models = options;
    return this;
  }

  /**
   * Builds the configuration.
   *
   * @return the configuration
   * @throws GenerationException when the packages or the suffix cannot be used
   */
  public GeneratorConfiguration build() {
    return new GeneratorConfiguration(
        changelog,
        resources,
        output,
        schemaPackage,
        modelPackage,
        repositorySuffix,
        contexts,
        includes,
        excludes,
        modelNames,
        columnTypes,
        managedColumns,
        models);
  }
}
