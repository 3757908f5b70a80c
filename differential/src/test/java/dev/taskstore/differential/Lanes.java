package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Runs programs in several threads, each with its own databases. */
final class Lanes {

  private static final long PROGRESS = 100_000;

  private final Tally tally = new Tally();
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<Disagreement> found = new AtomicReference<>();
  private final long seed;
  private final long programs;
  private final long operations;
  private final boolean hasPrincipals;

  /** The minimum numbers of programs and operations. */
  Lanes(boolean hasPrincipals, long seed, long programs, long operations) {
    this.hasPrincipals = hasPrincipals;
    this.seed = seed;
    this.programs = programs;
    this.operations = operations;
  }

  Tally tally() {
    return tally;
  }

  /** Runs programs until there are enough or one disagrees. It shrinks a disagreement. */
  Optional<Disagreement> run(List<Differ> differs) {
    ExecutorService threads = Executors.newFixedThreadPool(differs.size());
    try {
      List<CompletableFuture<Void>> lanes = new ArrayList<>();
      differs.forEach(
          differ -> lanes.add(CompletableFuture.runAsync(() -> runLane(differ), threads)));
      CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
    } finally {
      threads.shutdown();
    }
    return Optional.ofNullable(found.get());
  }

  private void runLane(Differ differ) {
    ProgramGenerator generator = new ProgramGenerator(hasPrincipals);
    while (found.get() == null) {
      long number = next.getAndIncrement();
      if (number >= programs && tally.operations() >= operations) {
        return;
      }
      Differ.Result result = differ.run(generator.generate(seed + number));
      if (result.disagreement().isPresent()) {
        found.compareAndSet(null, differ.shrink(result.disagreement().get()));
        return;
      }
      long before = tally.operations();
      long after = tally.add(result.outcomes(), result.scoped());
      if (before / PROGRESS < after / PROGRESS) {
        System.out.printf("%,d operations so far%n", after);
      }
    }
  }
}
