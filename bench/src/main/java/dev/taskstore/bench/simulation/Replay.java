package dev.taskstore.bench.simulation;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** The process of a replica that applies one write after the other. */
final class Replay extends Resource {

  private final Queue<Consumer<Runnable>> steps = new ArrayDeque<>();
  private final Server server;
  private int missing;

  Replay(Clock clock, Server server) {
    super(clock, "replay", 1);
    this.server = server;
  }

  /** Returns the number of writes that are not applied yet. */
  int missing() {
    return missing;
  }

  /** Applies a write after all earlier ones. Pages from the disk are prefetched. */
  void apply(Cost cost) {
    missing++;
    add(
        next -> {
          server.read(cost.pages(), () -> {});
          server.compute(
              cost.serverNanos(),
              () -> {
                missing--;
                next.run();
              });
        });
  }

  /** Runs an action after all earlier writes are applied. */
  void await(Runnable action) {
    add(
        next -> {
          action.run();
          next.run();
        });
  }

  private void add(Consumer<Runnable> step) {
    steps.add(step);
    if (used() == 0) {
      next();
    }
  }

  private void next() {
    Consumer<Runnable> step = steps.poll();
    use(step == null ? 0 : 1);
    if (step != null) {
      step.accept(this::next);
    }
  }
}
