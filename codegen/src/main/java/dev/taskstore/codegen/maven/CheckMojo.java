package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails the build if the snapshot of the schema is not what the changelog gives on the databases,
 * or if these give different schemas. Always reads the databases.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CheckMojo extends SchemaMojo {

  /** The databases that must give the same schema. The default is SQLite and PostgreSQL. */
  @Parameter private List<String> databases = List.of("sqlite", "postgresql");

  /** Regular expressions for the names of the tables to compare. The default is all tables. */
  @Parameter private List<String> includes = new ArrayList<>();

  /** Regular expressions for the names of the tables to skip. */
  @Parameter private List<String> excludes = new ArrayList<>();

  /** Creates the goal. */
  public CheckMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip()) {
      getLog().info("Skipping the check of the schema.");
      return;
    }
    try {
      SchemaSource.check(
          GeneratorConfiguration.forChangelog(changelog())
              .resources(resources())
              .classPath(classPath())
              .contexts(contexts())
              .includes(includes)
              .excludes(excludes)
              .schema(schemaOptions(databases))
              .build());
      getLog()
          .info("The snapshot of the schema is what " + String.join(" and ", databases) + " give.");
    } catch (GenerationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }
}
