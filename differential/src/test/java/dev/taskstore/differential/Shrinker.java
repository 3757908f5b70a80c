package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Shrinks a failing program: it removes steps, many at a time and then fewer, while the program
 * still fails. This is delta debugging by Zeller and Hildebrandt, "Simplifying and Isolating
 * Failure-Inducing Input", 2002, without the tests of subsets.
 */
final class Shrinker {

  private final Function<Program, Optional<Disagreement>> test;

  Shrinker(Function<Program, Optional<Disagreement>> test) {
    this.test = test;
  }

  Disagreement shrink(Disagreement failing) {
    Disagreement shortest = failing;
    int size = shortest.program().numbers().size() / 2;
    while (size >= 1) {
      Optional<Disagreement> shorter = without(shortest, size);
      if (shorter.isPresent()) {
        shortest = shorter.get();
        size = Math.min(size, Math.max(1, shortest.program().numbers().size() / 2));
      } else {
        size /= 2;
      }
    }
    return shortest;
  }

  /** Removes the first run of steps of a size without which the program still fails. */
  private Optional<Disagreement> without(Disagreement failing, int size) {
    List<Integer> numbers = failing.program().numbers();
    for (int from = 0; from < numbers.size(); from += size) {
      Set<Integer> kept = new HashSet<>(numbers);
      new ArrayList<>(numbers.subList(from, Math.min(numbers.size(), from + size)))
          .forEach(kept::remove);
      Optional<Disagreement> shorter = test.apply(failing.program().keep(kept));
      if (shorter.isPresent()) {
        return shorter;
      }
    }
    return Optional.empty();
  }
}
