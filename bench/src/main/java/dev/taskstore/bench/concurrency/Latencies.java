package dev.taskstore.bench.concurrency;

import java.util.OptionalDouble;

/**
 * How long calls took, counted in buckets that grow with what they count: each is at most a 32nd
 * wide, so that this is how exact a percentile is. For one thread.
 */
final class Latencies {

  private static final int BITS = 5;
  private static final int PER_DOUBLING = 1 << BITS;
  private static final int BUCKETS = (Long.SIZE - BITS) * PER_DOUBLING;

  private final long[] counts = new long[BUCKETS];
  private long total;

  void add(long nanos) {
    counts[bucket(Math.max(0, nanos))]++;
    total++;
  }

  void addAll(Latencies others) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += others.counts[i];
    }
    total += others.total;
  }

  /** The nanoseconds that this share of the calls stayed below, or nothing without calls. */
  OptionalDouble percentile(double share) {
    long wanted = (long) Math.ceil(share * total);
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += counts[i];
      if (seen > 0 && seen >= wanted) {
        return OptionalDouble.of(upperBound(i));
      }
    }
    return OptionalDouble.empty();
  }

  /** The first bits below the highest one choose among the buckets of a doubling. */
  private static int bucket(long nanos) {
    if (nanos < PER_DOUBLING) {
      return (int) nanos;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - BITS;
    return (shift << BITS) + (int) (nanos >>> shift);
  }

  private static double upperBound(int bucket) {
    if (bucket < PER_DOUBLING) {
      return bucket;
    }
    int shift = (bucket >> BITS) - 1;
    long from = (long) (bucket - (shift << BITS)) << shift;
    return (double) from + (1L << shift) - 1;
  }
}
