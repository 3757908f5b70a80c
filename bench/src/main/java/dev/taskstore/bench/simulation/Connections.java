package dev.taskstore.bench.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.function.IntConsumer;

/** A pool of connections. Calls wait in the order of arrival. */
final class Connections extends Resource {

  private final Queue<IntConsumer> waiting = new ArrayDeque<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final double handOverNanos;

  /**
   * Creates a pool.
   *
   * @param handOverNanos the time until a call that waited uses its connection
   */
  Connections(Clock clock, String name, int size, double handOverNanos) {
    super(clock, name, size);
    this.handOverNanos = handOverNanos;
    for (int connection = size - 1; connection >= 0; connection--) {
      free.push(connection);
    }
  }

  @Override
  boolean isHeld() {
    return true;
  }

  /** Calls the consumer with the number of a connection. */
  void take(IntConsumer call) {
    if (free.isEmpty()) {
      waiting.add(call);
    } else {
      use(used() + 1);
      call.accept(free.pop());
    }
  }

  /** Returns a connection. The last one returned is taken first. */
  void giveBack(int connection) {
    IntConsumer next = waiting.poll();
    if (next == null) {
      use(used() - 1);
      free.push(connection);
    } else {
      clock().after(handOverNanos, () -> next.accept(connection));
    }
  }
}
