package dev.taskstore.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Builds a {@link GeneratorConfiguration}. Rejects null; for one thread. */
public final class GeneratorConfigurationBuilder {

  private final String changelog;
  private final List<Path> resources = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private Path output = Path.of("target/generated-sources/taskstore");
  private String schemaPackage = "schema";
  private String modelPackage = "model";
  private String repositorySuffix = "Repository";
  private final List<String> contexts = new ArrayList<>();
  private final List<Pattern> includes = new ArrayList<>();
  private final List<Pattern> excludes = new ArrayList<>();
  private final List<TableImport> imports = new ArrayList<>();
  private final Map<String, String> modelNames = new LinkedHashMap<>();
  private final List<ColumnTypeMapping> columnTypes = new ArrayList<>();
  private ManagedColumns managedColumns = ManagedColumns.DEFAULT;
  private ModelOptions models = ModelOptions.DEFAULT;
  private SchemaOptions schema = SchemaOptions.DEFAULT;
  private UnsupportedMode unsupported = UnsupportedMode.FAIL;

  GeneratorConfigurationBuilder(String changelog) {
    this.changelog = Objects.requireNonNull(changelog, "changelog");
  }

  /**
   * Adds directories and jar files to search for the changelog and the files that it includes.
   *
   * @param directories the directories and jar files; missing ones are skipped
   * @return this
   */
  public GeneratorConfigurationBuilder resources(Collection<Path> directories) {
    resources.addAll(directories);
    return this;
  }

  /**
   * Adds directories and jar files to search for files that no resource directory contains, and for
   * the classes of custom changes.
   *
   * @param entries the class path of the project, without its own classes; missing entries are
   *     skipped
   * @return this
   */
  public GeneratorConfigurationBuilder classPath(Collection<Path> entries) {
    classPath.addAll(entries);
    return this;
  }

  /**
   * Sets the directory for the generated sources.
   *
   * @param directory the directory; it is created if it is missing
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
   * Sets the suffix that turns the name of a model into that of its repository.
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
   * Adds tables to generate; without this, all tables are generated.
   *
   * @param expressions regular expressions for the whole table name
   * @return this
   */
  public GeneratorConfigurationBuilder includes(Collection<String> expressions) {
    expressions.forEach(expression -> includes.add(Pattern.compile(expression)));
    return this;
  }

  /**
   * Adds tables to skip.
   *
   * @param expressions regular expressions for the whole table name
   * @return this
   */
  public GeneratorConfigurationBuilder excludes(Collection<String> expressions) {
    expressions.forEach(expression -> excludes.add(Pattern.compile(expression)));
    return this;
  }

  /**
   * Adds tables whose classes exist already.
   *
   * @param tables the tables and the package of their classes; the first import that matches a
   *     table is used
   * @return this
   */
  public GeneratorConfigurationBuilder imports(Collection<TableImport> tables) {
    imports.addAll(tables);
    return this;
  }

  /**
   * Sets the names of some models.
   *
   * @param names the model names by table name
   * @return this
   */
  public GeneratorConfigurationBuilder modelNames(Map<String, String> names) {
    modelNames.putAll(names);
    return this;
  }

  /**
   * Adds a Java type of the application for some columns.
   *
   * @param columnType the columns and the type; the first mapping that matches a column is used
   * @return this
   */
  public GeneratorConfigurationBuilder columnType(ColumnTypeMapping columnType) {
    columnTypes.add(columnType);
    return this;
  }

  /**
   * Sets the names of the columns that the repositories set.
   *
   * @param names the names
   * @return this
   */
  public GeneratorConfigurationBuilder managedColumns(ManagedColumns names) {
    managedColumns = names;
    return this;
  }

  /**
   * Sets the options for the models.
   *
   * @param options the options
   * @return this
   */
  public GeneratorConfigurationBuilder models(ModelOptions options) {
    models = options;
    return this;
  }

  /**
   * Sets where the schema is read from. The default is {@link SchemaOptions#DEFAULT}.
   *
   * @param options the databases and the use of the snapshot
   * @return this
   */
  public GeneratorConfigurationBuilder schema(SchemaOptions options) {
    schema = options;
    return this;
  }

  /**
   * Sets what happens when a table or a column cannot be generated.
   *
   * @param mode by default {@link UnsupportedMode#FAIL}
   * @return this
   */
  public GeneratorConfigurationBuilder unsupported(UnsupportedMode mode) {
    unsupported = mode;
    return this;
  }

  /**
   * Builds the configuration.
   *
   * @return the configuration
   * @throws GenerationException if a package or the suffix is invalid
   */
  public GeneratorConfiguration build() {
    return new GeneratorConfiguration(
        changelog,
        resources,
        classPath,
        output,
        schemaPackage,
        modelPackage,
        repositorySuffix,
        contexts,
        includes,
        excludes,
        imports,
        modelNames,
        columnTypes,
        managedColumns,
        models,
        schema,
        unsupported);
  }
}
