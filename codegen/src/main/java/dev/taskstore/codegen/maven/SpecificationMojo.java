package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.specification.Specification;
import dev.taskstore.codegen.specification.SpecificationConfiguration;
import dev.taskstore.codegen.specification.SpecificationFiles;
import dev.taskstore.codegen.specification.SpecificationGenerator;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the specification of the database, {@code DATABASE.md} and {@code database.svg}, from a
 * Liquibase changelog and the Markdown fragments beside it; or checks that what is there is
 * current.
 */
@Mojo(name = "specification", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class SpecificationMojo extends AbstractMojo {

  /**
   * The changelog: its path below one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories that the changelog and the files that it includes are searched in. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** What the database is called in the heading. */
  @Parameter(defaultValue = "${project.name}")
  private String title;

  /** The directory of the Markdown fragments. */
  @Parameter(defaultValue = "${project.basedir}/src/main/specification")
  private File fragments;

  /** The directory that the document and the diagram are written to. */
  @Parameter(defaultValue = "${project.basedir}/docs")
  private File documents;

  /** The databases to describe, as Liquibase names them. The default is SQLite and PostgreSQL. */
  @Parameter private List<String> databases = SpecificationConfiguration.DEFAULT_DATABASES;

  /** The Liquibase contexts to run. A changeset that names another context is left out. */
  @Parameter private List<String> contexts = new ArrayList<>();

  /** The context of the changesets that insert sample data. */
  @Parameter(defaultValue = "sample")
  private String sampleContext;

  /** The versions of engines and libraries by their names. */
  @Parameter private Map<String, String> versions = Map.of();

  /**
   * Whether to write nothing, and to fail when the files differ from what would be written. Set as
   * a property of the project, so that the command line can turn it off to write them.
   */
  @Parameter(property = "taskstore.specification.check", defaultValue = "false")
  private boolean check;

  /** Whether to do nothing. */
  @Parameter(property = "taskstore.codegen.skip", defaultValue = "false")
  private boolean skip;

  /** How Maven was asked to find this project, for the command that writes the files. */
  @Parameter(defaultValue = "${project.artifactId}", readonly = true)
  private String artifact;

  /** Creates the goal. */
  public SpecificationMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("The specification is skipped.");
      return;
    }
    try {
      Specification specification = new SpecificationGenerator().generate(configuration());
      SpecificationFiles files = new SpecificationFiles(documents.toPath());
      if (check) {
        files.requireCurrent(
            specification,
            "mvn verify -DskipTests -Dtaskstore.specification.check=false -am -pl :" + artifact);
        getLog().info("The specification of the database is current.");
      } else {
        boolean changed = files.write(specification);
        getLog().info(changed ? "Wrote " + documents + "." : documents + " is up to date.");
      }
    } catch (GenerationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  private SpecificationConfiguration configuration() {
    return new SpecificationConfiguration(
        title,
        changelog,
        resources.stream().map(File::toPath).toList(),
        fragments.toPath(),
        databases,
        contexts,
        sampleContext,
        new TreeMap<>(versions));
  }
}
