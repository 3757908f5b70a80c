package dev.taskstore.bench.simulation;

import java.util.Arrays;

/** The durations of calls in nanoseconds. */
final class Durations {

  private long[] nanos = new long[1_024];
  private int count;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  void addAll(Durations others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return count;
  }

  double mean() {
    return Arrays.stream(nanos, 0, count).average().orElse(0);
  }

  /** Returns the smallest duration that is not exceeded by a share of the calls. */
  double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }
}
