package dev.taskstore.bench.concurrency;

import java.util.Optional;
import java.util.OptionalDouble;

/** Counts the calls of threads in a window. Not thread-safe. */
final class Tally {

  private static final double SHARE = 0.99;

  private final Window window;
  private final Latencies latencies = new Latencies();
  private RuntimeException firstFailure;
  private long finished;
  private long failures;

  Tally(Window window) {
    this.window = window;
  }

  /**
   * Counts a call. Throughput includes the calls that end in the window; latency includes all calls
   * that overlap the window, as the slowest would be missing otherwise.
   */
  void add(long begin, long end) {
    if (window.contains(end)) {
      finished++;
    }
    if (window.reached(end)) {
      latencies.add(end - begin);
    }
  }

  void addFailure(RuntimeException failure) {
    failures++;
    firstFailure = firstFailure == null ? failure : firstFailure;
  }

  void addAll(Tally others) {
    latencies.addAll(others.latencies);
    finished += others.finished;
    failures += others.failures;
    firstFailure = firstFailure == null ? others.firstFailure : firstFailure;
  }

  double perSecond() {
    return finished / window.seconds();
  }

  /** Returns the 99th percentile latency in nanoseconds. */
  OptionalDouble slow() {
    return latencies.percentile(SHARE);
  }

  /** Returns the number of failed calls, including the warm-up. */
  long failures() {
    return failures;
  }

  Optional<RuntimeException> firstFailure() {
    return Optional.ofNullable(firstFailure);
  }
}
