package dev.taskstore.differential;

import dev.taskstore.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs random programs on a table of values, in a database and on the model, and shrinks them. */
final class ValuePrograms<T> {

  private static final int STEPS = 40;
  private static final int VALUES = 8;

  private final ValueKind kind;
  private final ValueKind.Pair<T> pair;

  private ValuePrograms(ValueKind kind, ValueKind.Pair<T> pair) {
    this.kind = kind;
    this.pair = pair;
  }

  static ValuePrograms<?> of(ValueKind kind, Database database) {
    return new ValuePrograms<>(kind, kind.open(database));
  }

  /** Returns the first disagreement of some programs, shrunk, with its seed. */
  Optional<String> search(long seed, int programs) {
    for (int i = 0; i < programs; i++) {
      List<ValueStep<T>> program = generate(new Random(seed + i));
      if (disagreement(program).isPresent()) {
        List<ValueStep<T>> shrunk = shrink(program);
        return Optional.of(
            kind
                + ", seed "
                + (seed + i)
                + ": "
                + shrunk
                + ": "
                + disagreement(shrunk).orElse("?"));
      }
    }
    return Optional.empty();
  }

  private List<ValueStep<T>> generate(Random random) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      values.add(pair.draw().apply(random));
    }
    ValueStep.Kind[] kinds = ValueStep.Kind.values();
    List<ValueStep<T>> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      ValueStep.Kind step =
          random.nextInt(3) == 0 ? ValueStep.Kind.INSERT : kinds[random.nextInt(kinds.length)];
      T other = random.nextInt(3) == 0 ? null : values.get(random.nextInt(VALUES));
      steps.add(new ValueStep<>(step, values.get(random.nextInt(VALUES)), other));
    }
    return steps;
  }

  private Optional<String> disagreement(List<ValueStep<T>> program) {
    pair.model().clear();
    pair.library().clear();
    for (ValueStep<T> step : program) {
      String expected = pair.model().run(step);
      String found = pair.library().run(step);
      if (!expected.equals(found)) {
        return Optional.of(step + ": expected " + expected + ", found " + found);
      }
    }
    return Optional.empty();
  }

  /** Removes single steps while the program still fails. */
  private List<ValueStep<T>> shrink(List<ValueStep<T>> program) {
    List<ValueStep<T>> shortest = program;
    for (int i = program.size() - 1; i >= 0; i--) {
      List<ValueStep<T>> shorter = new ArrayList<>(shortest);
      shorter.remove(i);
      if (disagreement(shorter).isPresent()) {
        shortest = shorter;
      }
    }
    return shortest;
  }
}
