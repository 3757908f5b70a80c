package dev.taskstore.differential;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A step of a program. Its number is its place in the whole program, and stays when others go. */
sealed interface Step {

  int number();

  /**
   * A call.
   *
   * @param operation what is called
   * @param now what the clock shows
   * @param throughStore whether it is called on the store, although there may be a transaction
   * @param escapes whether its failure leaves the block that it stands in
   */
  record Call(int number, Operation operation, Instant now, boolean throughStore, boolean escapes)
      implements Step {}

  /**
   * A transaction, nested when there is one already.
   *
   * @param style how it runs
   * @param steps what it does
   * @param conflicts whether it ends with a transient failure when it runs for the first time
   * @param aborts whether it ends with an exception of its own
   * @param throughStore whether it is begun on the store, although there may be a transaction
   * @param escapes whether its failure leaves the block that it stands in
   */
  record Block(
      int number,
      Style style,
      List<Step> steps,
      boolean conflicts,
      boolean aborts,
      boolean throughStore,
      boolean escapes)
      implements Step {

    public Block {
      steps = List.copyOf(steps);
    }
  }

  /** How a block runs. */
  enum Style {
    DEFAULT,
    WITH_RESULT,
    SERIALIZABLE,
    WITHOUT_RETRY,
    READ_ONLY
  }

  /** The steps with the numbers, and what they stand in. */
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
                        block.throughStore(),
                        block.escapes())
                    : step)
        .toList();
  }
}
