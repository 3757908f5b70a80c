package dev.taskstore.codegen;

import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import dev.taskstore.codegen.problem.ProblemReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changelog or the configuration contains something that cannot be generated, or a file cannot
 * be read or written. The message contains all problems that one run found, each with its place
 * (changelog, changeset, table, column) and how to fix it.
 */
public final class GenerationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Null in a deserialized exception. */
  private final transient @Nullable List<Problem> problems;

  /**
   * Creates the exception.
   *
   * @param message the problem, its place and the fix
   */
  public GenerationException(String message) {
    this(Problem.of(ProblemKind.OTHER, message));
  }

  /**
   * Creates the exception.
   *
   * @param message the problem, its place and the fix
   * @param cause the cause
   */
  public GenerationException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problems = List.of(Problem.of(ProblemKind.OTHER, message));
  }

  /**
   * Creates the exception.
   *
   * @param problem the problem
   */
  public GenerationException(Problem problem) {
    this(problem, null);
  }

  /**
   * Creates the exception.
   *
   * @param problem the problem
   * @param cause the cause
   */
  public GenerationException(Problem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problems = List.of(problem);
  }

  /**
   * Creates the exception.
   *
   * @param subject what has the problems, such as {@code The changelog db/master.xml}
   * @param problems the problems, at least one
   */
  public GenerationException(String subject, List<Problem> problems) {
    super(ProblemReport.format(subject, problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Throws the collected problems, if there are any.
   *
   * @param changelog the path of the changelog
   * @param collector the problems
   * @throws GenerationException if there is at least one problem
   */
  public static void throwIfAny(String changelog, ProblemCollector collector) {
    List<Problem> found = collector.problems();
    if (!found.isEmpty()) {
      throw new GenerationException("The changelog " + changelog, found);
    }
  }

  /**
   * Returns the problems.
   *
   * @return the problems, at least one
   */
  public List<Problem> problems() {
    List<Problem> found = problems;
    return found == null
        ? List.of(Problem.of(ProblemKind.OTHER, String.valueOf(getMessage())))
        : found;
  }
}
