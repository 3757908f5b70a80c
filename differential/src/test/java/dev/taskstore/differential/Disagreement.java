package dev.taskstore.differential;

import java.util.List;

/**
 * Two subjects that a caller can tell apart.
 *
 * @param program the program that shows it
 * @param subject who differs
 * @param other from whom
 * @param operation what was called
 * @param found what came of it
 * @param expected what the other one says
 */
record Disagreement(
    Program program,
    String subject,
    String other,
    int step,
    String operation,
    String found,
    String expected) {

  static Disagreement at(
      Program program,
      int index,
      Subject subject,
      List<Outcome> outcomes,
      Subject other,
      List<Outcome> expected) {
    Outcome seen = index < outcomes.size() ? outcomes.get(index) : expected.get(index);
    return new Disagreement(
        program,
        subject.name(),
        other.name(),
        seen.step(),
        seen.operation(),
        Outcome.describe(outcomes, index),
        Outcome.describe(expected, index));
  }

  @Override
  public String toString() {
    return subject
        + " disagrees with "
        + other
        + " at step "
        + (step == Subject.END ? "end" : step)
        + " of the program below, "
        + operation
        + "\n  "
        + subject
        + ": "
        + found
        + "\n  "
        + other
        + ": "
        + expected
        + "\nRun it again with -Dtaskstore.differential.replay="
        + program.replay()
        + "\n"
        + program;
  }
}
