package dev.taskstore.differential;

import java.util.List;

/**
 * Different outcomes of a step on two subjects.
 *
 * @param program the program
 * @param subject the name of the subject that differs
 * @param other the name of the other subject
 * @param operation the operation
 * @param found the outcome on the subject
 * @param expected the outcome on the other subject
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
