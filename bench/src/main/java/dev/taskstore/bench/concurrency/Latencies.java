package dev.taskstore.bench.concurrency;

import java.util.OptionalDouble;

/**
 * A histogram of latencies with logarithmic buckets. The width of a bucket is at most 1/32 of its
 * value, which limits the error of percentiles. Not thread-safe.
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

  /** Returns a percentile in nanoseconds, or an empty value if there are no calls. */
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

  /** The bits after the highest bit select the bucket within a power of two. */
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
