package dev.taskstore.differential;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A step of a program. Its number is its position in the complete program and never changes. */
sealed interface Step {

  int number();

  /**
   * A call.
   *
   * @param operation the operation
   * @param now the time of the clock
   * @param target the session on which it is called
   * @param escapes whether its failure propagates out of the enclosing block
   */
  record Call(int number, Operation operation, Instant now, Target target, boolean escapes)
      implements Step {}

  /**
   * A transaction, nested if there is an active one.
   *
   * @param style the way it runs
   * @param steps the steps
   * @param conflicts whether it fails with a transient failure at the end of its first attempt
   * @param aborts whether it throws an exception at its end
   * @param target the session on which it starts
   * @param escapes whether its failure propagates out of the enclosing block
   */
  record Block(
      int number,
      Style style,
      List<Step> steps,
      boolean conflicts,
      boolean aborts,
      Target target,
      boolean escapes)
      implements Step {

    public Block {
      steps = List.copyOf(steps);
    }
  }

  /** The way a block runs. */
  enum Style {
    DEFAULT,
    WITH_RESULT,
    SERIALIZABLE,
    WITHOUT_RETRY,
    READ_ONLY
  }

  /** Returns the steps with the given numbers and their enclosing blocks. */
  static List<Step> keep(List<Step> steps, Set<Integer> numbers) {
    return steps.stream()
        .filter(step -> numbers.contains(step.number()))
        .map(
            step ->
                step instanceof Block block
                    ? new Block(
                        block.number(),
                        block.style(),
                        keep(block.steps(), numbers),
                        block.conflicts(),
                        block.aborts(),
                        block.target(),
                        block.escapes())
                    : step)
        .toList();
  }
}
