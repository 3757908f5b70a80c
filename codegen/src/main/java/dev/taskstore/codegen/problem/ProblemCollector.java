package dev.taskstore.codegen.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems of one run. A problem either prevents the generation, or only that of a
 * part that can be left out. For one thread.
 */
public final class ProblemCollector {

  private final boolean leavesOut;
  private final List<Problem> problems = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * Creates a collector.
   *
   * @param leavesOut whether parts that cannot be generated are left out instead of being problems
   */
  public ProblemCollector(boolean leavesOut) {
    this.leavesOut = leavesOut;
  }

  /**
   * Adds a problem that prevents the generation.
   *
   * @param problem the problem
   */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /**
   * Adds a problem of a part of the schema.
   *
   * @param problem the problem
   * @param part what is left out, if parts are left out
   * @param table the name of the table
   * @param column the name of the column, or an empty text
   */
  public void leaveOut(Problem problem, LeftOut.Part part, String table, String column) {
    if (leavesOut && problem.kind().partial()) {
      leftOut.add(new LeftOut(part, table, column, problem.message()));
    } else {
      problems.add(problem);
    }
  }

  /**
   * Returns the problems that prevent the generation.
   *
   * @return the problems in the order in which they were added, each once
   */
  public List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  /**
   * Returns the parts that are left out.
   *
   * @return the parts in the order in which they were added
   */
  public List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }
}
