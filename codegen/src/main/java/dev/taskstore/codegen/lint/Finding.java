package dev.taskstore.codegen.lint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A place in a changelog that breaks a rule.
 *
 * @param rule the rule, which knows why it is one and what to write instead
 * @param databases the databases in whose view it is broken
 * @param file the path of the changelog file
 * @param changeSet the id of the changeset
 * @param author the author of the changeset
 * @param object what is concerned: a table, {@code table.column}, an index or a constraint, a
 *     change
 * @param problem what is wrong there, as a sentence
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
   * The finding for people: where, what, why, and the way out.
   *
   * @return four lines without a line break at the end
   */
  public String description() {
    return String.format(
        "%s, changeset %s by %s: %s (%s, on %s)%n  what: %s%n  why:  %s%n  how:  %s",
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
