package dev.taskstore.bench.concurrency;

import java.util.Optional;
import java.util.OptionalDouble;

/** What threads have done in a window. For one thread. */
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
   * Counts a call. How many a second is told by those that end in the window; how long they take by
   * all that were under way in it, or else the slowest would be missing.
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

  /** The nanoseconds that 99 % of the calls stayed below. */
  OptionalDouble slow() {
    return latencies.percentile(SHARE);
  }

  /** How many calls failed, in the warm-up too. */
  long failures() {
    return failures;
  }

  Optional<RuntimeException> firstFailure() {
    return Optional.ofNullable(firstFailure);
  }
}
