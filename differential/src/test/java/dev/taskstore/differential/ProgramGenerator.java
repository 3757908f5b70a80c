package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;

/** Draws programs. Not thread-safe. */
final class ProgramGenerator {

  private static final int DEEPEST = 3;

  private final Catalogue catalogue = new Catalogue();
  private int number;

  /** Draws the callbacks of transactions, separately, so that the other steps stay the same. */
  private Draw transactions = new Draw(0);

  /** Returns the program of a seed. It is deterministic. */
  Program generate(long seed) {
    Draw draw = new Draw(seed);
    transactions = new Draw(~seed);
    number = 0;
    List<Step> steps = new ArrayList<>();
    if (draw.chance(90)) {
      InitialRows.draw(draw).forEach(operation -> steps.add(call(draw, operation, 0)));
    }
    steps.addAll(steps(draw, draw.between(5, 35), 0));
    return new Program(seed, steps);
  }

  private List<Step> steps(Draw draw, int count, int depth) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isBlock = depth < DEEPEST && draw.chance(12);
      steps.add(isBlock ? block(draw, depth) : call(draw, catalogue.draw(draw), depth));
      if (depth > 0 && transactions.chance(25)) {
        steps.add(call(transactions, CallbackOperations.register(transactions), depth));
      }
    }
    return steps;
  }

  private Step call(Draw draw, Operation operation, int depth) {
    return new Step.Call(
        number++,
        operation,
        draw.now(),
        depth > 0 && draw.chance(30),
        depth > 0 && draw.chance(25));
  }

  private Step block(Draw draw, int depth) {
    int own = number++;
    List<Step> steps = steps(draw, draw.between(0, 7), depth + 1);
    Step.Style style =
        draw.chance(50) ? Step.Style.DEFAULT : draw.pick(List.of(Step.Style.values()));
    return new Step.Block(
        own,
        style,
        steps,
        transactions.chance(15),
        draw.chance(20),
        depth > 0 && draw.chance(30),
        depth > 0 && draw.chance(30));
  }
}
