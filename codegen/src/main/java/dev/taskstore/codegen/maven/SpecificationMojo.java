package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.specification.Specification;
import dev.taskstore.codegen.specification.SpecificationConfiguration;
import dev.taskstore.codegen.specification.SpecificationFiles;
import dev.taskstore.codegen.specification.SpecificationGenerator;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the specification of the database, {@code DATABASE.md} and {@code database.svg}, from a
 * Liquibase changelog and Markdown fragments; or checks that the existing files are up to date.
 */
@Mojo(
    name = "specification",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class SpecificationMojo extends SchemaMojo {

  private static final Set<String> READABLE =
      Arrays.stream(SchemaDatabase.values())
          .map(SchemaDatabase::shortName)
          .collect(Collectors.toSet());

  /** The name of the database in the heading. */
  @Parameter(defaultValue = "${project.name}")
  private String title;

  /** The directory of the Markdown fragments. */
  @Parameter(defaultValue = "${project.basedir}/src/main/specification")
  private File fragments;

  /** The directory for the document and the diagram. */
  @Parameter(defaultValue = "${project.basedir}/docs")
  private File documents;

  /**
   * Liquibase's names of the databases to describe. The default is SQLite and PostgreSQL, from
   * which the schema is read.
   */
  @Parameter private List<String> databases = SpecificationConfiguration.DEFAULT_DATABASES;

  /** The context of the changesets that insert sample data. */
  @Parameter(defaultValue = "sample")
  private String sampleContext;

  /** The versions of engines and libraries by name. */
  @Parameter private Map<String, String> versions = Map.of();

  /**
   * Fails the build if the files are not up to date, instead of writing them. Set this as a
   * property of the project, so that the command line can turn it off.
   */
  @Parameter(property = "taskstore.specification.check", defaultValue = "false")
  private boolean check;

  /** The artifact in the command that writes the files. */
  @Parameter(defaultValue = "${project.artifactId}", readonly = true)
  private String artifact;

  /** Creates the goal. */
  public SpecificationMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip()) {
      getLog().info("Skipping the specification.");
      return;
    }
    try {
      Specification specification = new SpecificationGenerator().generate(configuration());
      SpecificationFiles files = new SpecificationFiles(documents.toPath());
      if (check) {
        files.requireCurrent(
            specification,
            "mvn verify -DskipTests -Dtaskstore.specification.check=false -am -pl :" + artifact);
        getLog().info("The specification of the database is up to date.");
      } else {
        boolean changed = files.write(specification);
        getLog().info(changed ? "Wrote " + documents + "." : documents + " is up to date.");
      }
    } catch (GenerationException e) {
      getLog().debug(e);
      throw new MojoFailureException(e.getMessage());
    }
  }

  private SpecificationConfiguration configuration() {
    return new SpecificationConfiguration(
        title,
        changelog(),
        resources(),
        fragments.toPath(),
        databases,
        contexts(),
        sampleContext,
        new TreeMap<>(versions),
        classPath(),
        schemaOptions(databases.stream().filter(READABLE::contains).toList()));
  }
}
