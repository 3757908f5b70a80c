package dev.taskstore.codegen.lint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A violation of a rule in a changelog.
 *
 * @param rule the rule, with its reason and the alternative
 * @param databases the databases for which the changelog violates the rule
 * @param file the path of the changelog file
 * @param changeSet the id of the changeset
 * @param author the author of the changeset
 * @param object the object: a table, {@code table.column}, an index, a constraint or a change
 * @param problem the problem, as a sentence
 */
public record Finding(
    LintRule rule,
    List<LintDatabase> databases,
    String file,
    String changeSet,
    String author,
    String object,
    String problem) {

  /** Copies the list. */
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(changeSet, "changeSet");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(problem, "problem");
    databases = List.copyOf(databases);
  }

  /**
   * Describes the finding: the place, the problem, the reason and the alternative.
   *
   * @return four lines without a line break at the end
   */
  public String description() {
    return String.format(
        "%s, changeset %s by %s: %s (%s, on %s)%n  problem: %s%n  reason:  %s%n  fix:     %s",
        file,
        changeSet,
        author,
        object,
        rule.id(),
        databases.stream().map(LintDatabase::label).collect(Collectors.joining(" and ")),
        problem,
        rule.reason(),
        rule.portableWay());
  }
}
