package dev.taskstore.bench.simulation;

import java.util.EnumMap;
import java.util.Map;

/**
 * The share of each kind among the calls of a user.
 *
 * @param shares the shares, whose sum is 1
 */
record Mix(Map<Kind, Double> shares) {

  Mix {
    shares = new EnumMap<>(shares);
  }

  /**
   * Returns a mix of the calls of a task manager. Of the reads, 55 % are by key, 40 % are pages and
   * 5 % are statistics of one user. Of the writes, half are inserts, 45 % are updates and 5 %
   * insert users and tags.
   *
   * @param reads the share of reads
   */
  static Mix of(double reads) {
    Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    shares.put(Kind.FIND, 0.55 * reads);
    shares.put(Kind.PAGE, 0.4 * reads);
    shares.put(Kind.USER_STATISTICS, 0.05 * reads);
    shares.put(Kind.INSERT, 0.5 * (1 - reads));
    shares.put(Kind.UPDATE, 0.45 * (1 - reads));
    shares.put(Kind.REFERENCE, 0.05 * (1 - reads));
    return new Mix(shares);
  }

  /** Returns the mean processor time in the calling process. */
  double clientNanos(Costs costs) {
    return shares.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() * costs.of(entry.getKey()).clientNanos())
        .sum();
  }

  /** Returns random calls. */
  Work work(Chance chance) {
    return () -> {
      double left = chance.share();
      Kind last = Kind.FIND;
      for (Map.Entry<Kind, Double> entry : shares.entrySet()) {
        last = entry.getKey();
        left -= entry.getValue();
        if (left < 0) {
          break;
        }
      }
      return last;
    };
  }
}
