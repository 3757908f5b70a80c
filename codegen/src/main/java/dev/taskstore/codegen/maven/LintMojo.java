package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.lint.ChangelogLinter;
import dev.taskstore.codegen.lint.Finding;
import dev.taskstore.codegen.lint.LintConfiguration;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if a Liquibase changelog damages data, locks tables, or behaves differently on
 * SQLite and PostgreSQL.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class LintMojo extends AbstractMojo {

  /**
   * The path of the changelog in one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories to search for the changelog and the files that it includes. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** Logs findings as warnings instead of failing the build. */
  @Parameter(property = "taskstore.lint.warnOnly", defaultValue = "false")
  private boolean warnOnly;

  /** Skips the goal. */
  @Parameter(property = "taskstore.lint.skip", defaultValue = "false")
  private boolean skip;

  /** Creates the goal. */
  public LintMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Skipping the lint of the changelog.");
      return;
    }
    List<Finding> findings = findings();
    if (findings.isEmpty()) {
      getLog().info("The changelog " + changelog + " violates no rule.");
    } else if (warnOnly) {
      getLog().warn(report(findings));
    } else {
      throw new MojoFailureException(report(findings));
    }
  }

  private List<Finding> findings() throws MojoFailureException {
    try {
      return new ChangelogLinter()
          .lint(new LintConfiguration(changelog, resources.stream().map(File::toPath).toList()));
    } catch (GenerationException e) {
      getLog().debug(e);
      throw new MojoFailureException(e.getMessage());
    }
  }

  private String report(List<Finding> findings) {
    return findings.stream()
        .map(Finding::description)
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "The changelog "
                    + changelog
                    + " violates rules in "
                    + findings.size()
                    + (findings.size() == 1 ? " place:" : " places:")
                    + System.lineSeparator(),
                System.lineSeparator()
                    + "To permit an exception, add to its changeset:"
                    + " <comment>lint:allow RULE reason</comment>"));
  }
}
