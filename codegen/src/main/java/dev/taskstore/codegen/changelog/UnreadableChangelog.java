package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.List;

/** Describes why Liquibase cannot read a changelog. */
final class UnreadableChangelog {

  private UnreadableChangelog() {}

  static List<Problem> problems(ChangelogFiles source, String database, Exception failure) {
    return List.of(
        Problem.of(
            ProblemKind.FILE,
            "The changelog "
                + source.changelog()
                + " cannot be read for "
                + database
                + ": "
                + ChangelogFiles.rootMessage(failure)));
  }
}
