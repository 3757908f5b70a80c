package dev.taskstore.codegen.problem;

import java.util.Objects;

/**
 * A problem of a changelog or a configuration.
 *
 * @param kind the kind
 * @param location the place
 * @param description what is wrong: continues the place as a sentence, without a period
 * @param advice what to do
 */
public record Problem(ProblemKind kind, Location location, String description, Advice advice) {

  /** Rejects null. */
  public Problem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(advice, "advice");
  }

  /**
   * Returns a problem whose message is complete.
   *
   * @param kind the kind
   * @param message the problem, its place and the fix
   * @return the problem
   */
  public static Problem of(ProblemKind kind, String message) {
    return new Problem(kind, Location.NONE, message, Advice.of(""));
  }

  /**
   * Returns the problem, its place and the fix.
   *
   * @return one or more sentences
   */
  public String message() {
    String place = location.describe();
    return (place.isEmpty() ? "" : place + " ")
        + description
        + (advice.sentence().isEmpty() ? "" : "; " + advice.sentence() + ".");
  }
}
