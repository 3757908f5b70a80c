package dev.taskstore.codegen.problem;

import java.util.List;

/** Formats problems for people. */
public final class ProblemReport {

  /** The number of problems of one kind that a report contains in full. */
  public static final int LIMIT = 50;

  private ProblemReport() {}

  /**
   * Formats problems: a single one as its message, several grouped by kind.
   *
   * @param subject what has the problems, such as {@code The changelog db/master.xml}
   * @param problems the problems, at least one
   * @return the report, without a line break at the end
   */
  public static String format(String subject, List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).message();
    }
    StringBuilder report =
        new StringBuilder(subject).append(" has ").append(problems.size()).append(" problems.");
    for (ProblemKind kind : ProblemKind.values()) {
      List<Problem> found = problems.stream().filter(p -> p.kind() == kind).toList();
      if (!found.isEmpty()) {
        report.append("\n\n").append(kind.heading()).append(" (").append(found.size()).append("):");
        found.stream()
            .limit(LIMIT)
            .forEach(problem -> report.append("\n- ").append(indented(problem.message())));
        if (found.size() > LIMIT) {
          report.append("\n- and ").append(found.size() - LIMIT).append(" more");
        }
      }
    }
    return report.toString();
  }

  private static String indented(String message) {
    return message.replace("\n", "\n  ");
  }
}
