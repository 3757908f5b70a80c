package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.ColumnTypeMapping;
import dev.taskstore.codegen.EnumMapping;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.GeneratorConfigurationBuilder;
import dev.taskstore.codegen.InterfaceMapping;
import dev.taskstore.codegen.ManagedColumns;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.TableImport;
import dev.taskstore.codegen.generation.GenerationResult;
import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Generates jOOQ tables, models and repositories from a Liquibase changelog. */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

  /**
   * The path of the changelog in one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories to search for the changelog and the files that it includes. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** The package of the jOOQ classes, mappings and repositories. */
  @Parameter(property = "taskstore.schemaPackage", required = true)
  private String schemaPackage;

  /** The package of the models, drafts, changes, keys and enums. */
  @Parameter(property = "taskstore.modelPackage", required = true)
  private String modelPackage;

  /** The suffix that turns the name of a model into that of its repository. */
  @Parameter(property = "taskstore.repositorySuffix", defaultValue = "Repository")
  private String repositorySuffix;

  /** The Liquibase contexts to run. Changesets of other contexts are skipped. */
  @Parameter private List<String> contexts = new ArrayList<>();

  /** Regular expressions for the names of the tables to generate. The default is all tables. */
  @Parameter private List<String> includes = new ArrayList<>();

  /** Regular expressions for the names of the tables to skip. */
  @Parameter private List<String> excludes = new ArrayList<>();

  /**
   * Tables of changelogs of dependencies whose classes exist already. If there are any, the compile
   * dependencies are searched for included files, too.
   */
  @Parameter private List<ImportParameter> imports = new ArrayList<>();

  /** Model names by table name, to replace the singular of the table name. */
  @Parameter private Map<String, String> modelNames = Map.of();

  /** Java types of the application for some columns. The first that matches a column is used. */
  @Parameter private List<ColumnTypeParameter> columnTypes = new ArrayList<>();

  /** The prefix of the model names that are derived from table names. */
  @Parameter(defaultValue = "")
  private String modelPrefix;

  /** The suffix of the model names that are derived from table names. */
  @Parameter(defaultValue = "")
  private String modelSuffix;

  /** Regular expressions for the names of tables that get jOOQ's classes only. */
  @Parameter private List<String> tablesOnly = new ArrayList<>();

  /**
   * Regular expressions for the names of tables whose single {@code uuid} key the caller sets. For
   * other tables, the client generates it. The caller always sets keys of other types, except
   * identity columns, which the database numbers.
   */
  @Parameter private List<String> givenKeys = new ArrayList<>();

  /**
   * Regular expressions for columns ({@code table.column} or the name of the column) that stay text
   * although a CHECK lists the allowed texts.
   */
  @Parameter private List<String> textColumns = new ArrayList<>();

  /** Enums of the application for some columns. The first that matches a column is used. */
  @Parameter private List<EnumTypeParameter> enumTypes = new ArrayList<>();

  /** Interfaces that the models of some tables implement. */
  @Parameter private List<InterfaceParameter> interfaces = new ArrayList<>();

  /** The name of the columns for the time of the insert. */
  @Parameter(defaultValue = "created_at")
  private String createdAtColumn;

  /** The name of the columns for the time of the last update. */
  @Parameter(defaultValue = "updated_at")
  private String updatedAtColumn;

  /** The name of the columns for optimistic locking. */
  @Parameter(defaultValue = "version")
  private String versionColumn;

  /** Adds the generated sources to the test sources instead of the main sources. */
  @Parameter(defaultValue = "false")
  private boolean testSources;

  /** The directory for the generated sources. The goal adds it to the project's source roots. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/taskstore")
  private File outputDirectory;

  /** Skips the goal. */
  @Parameter(property = "taskstore.codegen.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> compileClassPath = List.of();

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  /** Creates the goal. */
  public GenerateMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Skipping the generation of sources.");
      return;
    }
    try {
      GenerationResult result = new RepositoryGenerator().generate(configuration());
      getLog().info(summary(result));
    } catch (GenerationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
    if (testSources) {
      project.addTestCompileSourceRoot(outputDirectory.getAbsolutePath());
    } else {
      project.addCompileSourceRoot(outputDirectory.getAbsolutePath());
    }
  }

  private String summary(GenerationResult result) {
    if (result.upToDate()) {
      return "The " + result.files().size() + " generated sources are up to date.";
    }
    return "Generated "
        + result.files().size()
        + " sources from "
        + changelog
        + ": "
        + result.written().size()
        + " written, "
        + result.removed().size()
        + " removed.";
  }

  private GeneratorConfiguration configuration() {
    List<Path> directories = new ArrayList<>(resources.stream().map(File::toPath).toList());
    if (!imports.isEmpty()) {
      directories.addAll(Dependencies.of(compileClassPath, classesDirectory));
    }
    try {
      GeneratorConfigurationBuilder builder =
          GeneratorConfiguration.forChangelog(changelog)
              .resources(directories)
              .output(outputDirectory.toPath())
              .schemaPackage(schemaPackage)
              .modelPackage(modelPackage)
              .repositorySuffix(repositorySuffix)
              .contexts(contexts)
              .includes(includes)
              .excludes(excludes)
              .imports(imports.stream().map(ImportParameter::toImport).toList())
              .modelNames(modelNames)
              .managedColumns(new ManagedColumns(createdAtColumn, updatedAtColumn, versionColumn))
              .models(models());
      for (ColumnTypeParameter columnType : columnTypes) {
        builder.columnType(columnType.toColumnType());
      }
      return builder.build();
    } catch (PatternSyntaxException e) {
      throw new GenerationException(
          "The regular expression \""
              + e.getPattern()
              + "\" is invalid: "
              + e.getDescription()
              + ".",
          e);
    }
  }

  private ModelOptions models() {
    return new ModelOptions(
        // Maven sets an empty default to null.
        modelPrefix == null ? "" : modelPrefix,
        modelSuffix == null ? "" : modelSuffix,
        tablesOnly.stream().map(Pattern::compile).toList(),
        givenKeys.stream().map(Pattern::compile).toList(),
        textColumns.stream().map(Pattern::compile).toList(),
        enumTypes.stream().map(EnumTypeParameter::toMapping).toList(),
        interfaces.stream().map(InterfaceParameter::toMapping).toList());
  }

  /** An enum of the application for some columns, in the POM. */
  public static final class EnumTypeParameter {

    /** A regular expression for {@code table.column} or the name of the column. */
    @Parameter(required = true)
    private String column;

    /** The fully qualified name of the enum. */
    @Parameter(required = true)
    private String javaType;

    /** Creates the parameter. */
    public EnumTypeParameter() {}

    private EnumMapping toMapping() {
      if (column == null || javaType == null) {
        throw new GenerationException(
            "enumType requires column and javaType; one of them is missing.");
      }
      return new EnumMapping(Pattern.compile(column), javaType);
    }
  }

  /** An interface that the models of some tables implement, in the POM. */
  public static final class InterfaceParameter {

    /** A regular expression for the name of the table. */
    @Parameter(required = true)
    private String table;

    /** The fully qualified name of the interface. */
    @Parameter(required = true)
    private String javaType;

    /** Creates the parameter. */
    public InterfaceParameter() {}

    private InterfaceMapping toMapping() {
      if (table == null || javaType == null) {
        throw new GenerationException(
            "interface requires table and javaType; one of them is missing.");
      }
      return new InterfaceMapping(Pattern.compile(table), javaType);
    }
  }

  /** Tables whose classes exist already, in the POM. */
  public static final class ImportParameter {

    /** A regular expression for the names of the tables. */
    @Parameter(required = true)
    private String tables;

    /** The package of their jOOQ classes. */
    @Parameter(required = true)
    private String schemaPackage;

    /** Creates the parameter. */
    public ImportParameter() {}

    private TableImport toImport() {
      if (tables == null || schemaPackage == null) {
        throw new GenerationException(
            "import requires tables and schemaPackage; one of them is missing.");
      }
      return new TableImport(Pattern.compile(tables), schemaPackage);
    }
  }

  /** A Java type of the application for some columns, in the POM. */
  public static final class ColumnTypeParameter {

    /** A regular expression for {@code table.column} or the name of the column. */
    @Parameter(required = true)
    private String column;

    /** The fully qualified name of the Java type. */
    @Parameter(required = true)
    private String javaType;

    /** The fully qualified name of the {@code org.jooq.Converter} from the plain type. */
    @Parameter(required = true)
    private String converter;

    /** Creates the parameter. */
    public ColumnTypeParameter() {}

    private ColumnTypeMapping toColumnType() {
      if (column == null || javaType == null || converter == null) {
        throw new GenerationException(
            "columnType requires column, javaType and converter; one of them is missing.");
      }
      return new ColumnTypeMapping(Pattern.compile(column), javaType, converter);
    }
  }
}
