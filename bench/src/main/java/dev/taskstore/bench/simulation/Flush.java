package dev.taskstore.bench.simulation;

/**
 * The time of a flush.
 *
 * @param baseNanos the time without commits
 * @param commitNanos the additional time of each commit
 * @param processorShare the share of the time in which the flush uses a processor
 */
record Flush(double baseNanos, double commitNanos, double processorShare) {

  double nanos(int commits) {
    return baseNanos + commits * commitNanos;
  }
}
