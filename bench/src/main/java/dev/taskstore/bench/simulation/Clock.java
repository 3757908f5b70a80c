package dev.taskstore.bench.simulation;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * The simulated time in nanoseconds and the events to come. Events of the same time happen in the
 * order in which they were added.
 */
final class Clock {

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now;
  private long added;

  /** Returns the time since the start. */
  long now() {
    return now;
  }

  /** Adds an event. A fraction of a nanosecond counts as a whole one. */
  void after(double nanos, Runnable action) {
    events.add(new Event(now + (long) Math.ceil(nanos), added++, action));
  }

  /** Runs events until a condition is true or no event is left. */
  void runUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean() && !events.isEmpty()) {
      Event event = events.remove();
      now = event.time();
      event.action().run();
    }
  }

  private record Event(long time, long number, Runnable action) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      return time == other.time
          ? Long.compare(number, other.number)
          : Long.compare(time, other.time);
    }
  }
}
