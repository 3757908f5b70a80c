package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.specification.Specification;
import dev.taskstore.codegen.specification.SpecificationConfiguration;
import dev.taskstore.codegen.specification.SpecificationFiles;
import dev.taskstore.codegen.specification.SpecificationGenerator;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
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
public final class SpecificationMojo extends AbstractMojo {

  /**
   * The path of the changelog in one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /**
   * The directories to search for the changelog and the files that it includes. Files that are in
   * none of them are searched in the compile dependencies.
   */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** The name of the database in the heading. */
  @Parameter(defaultValue = "${project.name}")
  private String title;

  /** The directory of the Markdown fragments. */
  @Parameter(defaultValue = "${project.basedir}/src/main/specification")
  private File fragments;

  /** The directory for the document and the diagram. */
  @Parameter(defaultValue = "${project.basedir}/docs")
  private File documents;

  /** Liquibase's names of the databases to describe. The default is SQLite and PostgreSQL. */
  @Parameter private List<String> databases = SpecificationConfiguration.DEFAULT_DATABASES;

  /** The Liquibase contexts to run. Changesets of other contexts are skipped. */
  @Parameter private List<String> contexts = new ArrayList<>();

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

  /** Skips the goal. */
  @Parameter(property = "taskstore.codegen.skip", defaultValue = "false")
  private boolean skip;

  /** The artifact in the command that writes the files. */
  @Parameter(defaultValue = "${project.artifactId}", readonly = true)
  private String artifact;

  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> compileClassPath = List.of();

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  /** Creates the goal. */
  public SpecificationMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
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
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  private SpecificationConfiguration configuration() {
    List<Path> directories = new ArrayList<>(resources.stream().map(File::toPath).toList());
    directories.addAll(Dependencies.of(compileClassPath, classesDirectory));
    return new SpecificationConfiguration(
        title,
        changelog,
        directories,
        fragments.toPath(),
        databases,
        contexts,
        sampleContext,
        new TreeMap<>(versions));
  }
}
