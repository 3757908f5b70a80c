package dev.taskstore.codegen.maven;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.lint.ChangelogLinter;
import dev.taskstore.codegen.lint.Finding;
import dev.taskstore.codegen.lint.LintConfiguration;
import dev.taskstore.codegen.lint.LintRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails the build if a Liquibase changelog damages data, locks tables, or behaves differently on
 * SQLite and PostgreSQL.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class LintMojo extends ChangelogMojo {

  /** Logs findings as warnings instead of failing the build. */
  @Parameter(property = "taskstore.lint.warnOnly", defaultValue = "false")
  private boolean warnOnly;

  /** The names of the rules that are not checked, such as {@code missing-remarks}. */
  @Parameter(property = "taskstore.lint.disable")
  private List<String> disabledRules = List.of();

  /**
   * Whether TaskStore's Liquibase extension for SQLite runs the changelog. If it does not, the
   * rules for SQLite also apply to the changes and types of Liquibase.
   */
  @Parameter(property = "taskstore.lint.liquibaseSqlite", defaultValue = "true")
  private boolean liquibaseSqlite = true;

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
      getLog().info("The changelog " + changelog() + " violates no rule.");
    } else if (warnOnly) {
      getLog().warn(report(findings));
    } else {
      throw new MojoFailureException(report(findings));
    }
  }

  private List<Finding> findings() throws MojoFailureException {
    try {
      return new ChangelogLinter()
          .lint(
              new LintConfiguration(
                  changelog(),
                  resources(),
                  classPath(),
                  disabledRules.stream().map(LintMojo::rule).collect(Collectors.toSet()),
                  liquibaseSqlite));
    } catch (GenerationException e) {
      getLog().debug(e);
      throw new MojoFailureException(e.getMessage());
    }
  }

  private static LintRule rule(String name) {
    return LintRule.byId(name.strip())
        .orElseThrow(
            () ->
                new GenerationException(
                    "disabledRules has \""
                        + name
                        + "\", which is no rule; write one of "
                        + Arrays.stream(LintRule.values())
                            .map(LintRule::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private String report(List<Finding> findings) {
    return findings.stream()
        .map(Finding::description)
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "The changelog "
                    + changelog()
                    + " violates rules in "
                    + findings.size()
                    + (findings.size() == 1 ? " place:" : " places:")
                    + System.lineSeparator(),
                System.lineSeparator()
                    + "To permit an exception, add to its changeset:"
                    + " <comment>lint:allow RULE reason</comment>"));
  }
}
