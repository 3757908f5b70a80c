package dev.taskstore.bench.scopes;

import java.util.Arrays;

/** The times of the calls of one measurement. */
final class Tally {

  private static final int INITIAL_CAPACITY = 1_024;
  private static final int DECILE = 10;

  private long[] times = new long[INITIAL_CAPACITY];
  private int calls;
  private long nanos;

  /** Adds a call. */
  void add(long nanosOfACall) {
    if (calls == times.length) {
      times = Arrays.copyOf(times, 2 * calls);
    }
    times[calls++] = nanosOfACall;
    nanos += nanosOfACall;
  }

  /** Returns the time of all calls. */
  long nanos() {
    return nanos;
  }

  /**
   * Returns the time that a tenth of the calls do not exceed. Slower calls of a busy machine
   * contain waits for a processor.
   */
  double firstDecile() {
    long[] sorted = Arrays.copyOf(times, calls);
    Arrays.sort(sorted);
    return sorted[(calls - 1) / DECILE];
  }
}
