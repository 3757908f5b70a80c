package dev.taskstore.bench.concurrency;

/**
 * The time of the measurement after the warm-up, in terms of {@link System#nanoTime}.
 *
 * @param begin the start of the measurement
 * @param end the latest start of a call
 */
record Window(long begin, long end) {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  static Window after(long warmupMillis, long millis) {
    long begin = System.nanoTime() + warmupMillis * NANOS_PER_MILLI;
    return new Window(begin, begin + millis * NANOS_PER_MILLI);
  }

  boolean isOver(long time) {
    return time - end >= 0;
  }

  boolean contains(long time) {
    return time - begin >= 0 && !isOver(time);
  }

  /** Returns whether a call that ended at this time overlaps the window. */
  boolean reached(long time) {
    return time - begin >= 0;
  }

  double seconds() {
    return (end - begin) / NANOS_PER_SECOND;
  }
}
