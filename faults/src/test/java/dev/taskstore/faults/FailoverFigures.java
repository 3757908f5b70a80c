package dev.taskstore.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures of several failovers of one kind. */
final class FailoverFigures {

  private final String title;
  private final List<Long> outages = new ArrayList<>();
  private int acknowledged;
  private int lost;
  private int unknown;
  private int written;
  private int failed;
  private int reads;
  private int failedReads;

  FailoverFigures(String title) {
    this.title = title;
  }

  /**
   * Adds a failover.
   *
   * @param stored the names that the new primary contains
   */
  void add(FailoverWorkload workload, Set<String> stored) {
    outages.add(workload.longestOutage());
    acknowledged += workload.acknowledged().size();
    for (String name : workload.acknowledged()) {
      lost += stored.contains(name) ? 0 : 1;
    }
    unknown += workload.unknown().size();
    for (String name : workload.unknown()) {
      written += stored.contains(name) ? 1 : 0;
    }
    failed += workload.failed().size();
    reads += workload.reads();
    failedReads += workload.failedReads();
  }

  /** Returns the number of acknowledged writes that the new primary does not contain. */
  int lost() {
    return lost;
  }

  /** Returns the longest time without an acknowledged write, in milliseconds. */
  long longestOutage() {
    return outages.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  @Override
  public String toString() {
    List<Long> sorted = new ArrayList<>(outages);
    sorted.sort(null);
    return String.format(
        Locale.ROOT,
        "Failover, %s: %d failovers; %d acknowledged writes, %d lost; %d of unknown outcome, %d of"
            + " them written; %d failed; write outage median %d ms, longest %d ms; %d reads, %d"
            + " failed; no manual step; no connection to the old primary",
        title,
        outages.size(),
        acknowledged,
        lost,
        unknown,
        written,
        failed,
        sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2),
        longestOutage(),
        reads,
        failedReads);
  }
}
