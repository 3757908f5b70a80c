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

/** Fails the build when a Liquibase changelog damages data, locks tables or differs. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class LintMojo extends AbstractMojo {

  /**
   * The changelog: its path below one of the resource directories, such as {@code
   * db/change-log/master.xml}.
   */
  @Parameter(property = "taskstore.changelog", required = true)
  private String changelog;

  /** The directories that the changelog and the files that it includes are searched in. */
  @Parameter(defaultValue = "${project.basedir}/src/main/resources")
  private List<File> resources;

  /** Whether findings are warnings that let the build go on. */
  @Parameter(property = "taskstore.lint.warnOnly", defaultValue = "false")
  private boolean warnOnly;

  /** Whether to look at nothing. */
  @Parameter(property = "taskstore.lint.skip", defaultValue = "false")
  private boolean skip;

  /** Creates the goal. */
  public LintMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Linting is skipped.");
      return;
    }
    List<Finding> findings = findings();
    if (findings.isEmpty()) {
      getLog().info("The changelog " + changelog + " breaks no rule.");
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
      throw new MojoFailureException(e.getMessage(), e);
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
                    + " breaks rules in "
                    + findings.size()
                    + (findings.size() == 1 ? " place:" : " places:")
                    + System.lineSeparator(),
                System.lineSeparator()
                    + "What is right all the same says so in its changeset:"
                    + " <comment>lint:allow RULE reason</comment>"));
  }
}
