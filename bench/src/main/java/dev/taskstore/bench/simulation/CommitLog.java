package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;

/** A log that is flushed for all commits together that arrived during the flush before. */
final class CommitLog extends Resource {

  private final Flush flush;
  private final Cores cores;
  private List<Runnable> waiting = new ArrayList<>();
  private long commits;

  CommitLog(Clock clock, String name, Flush flush, Cores cores) {
    super(clock, name, 1);
    this.flush = flush;
    this.cores = cores;
  }

  @Override
  void begin() {
    super.begin();
    commits = 0;
  }

  /**
   * Returns the share of the time that the commits take without the time that a flush takes for any
   * number of them: a log that is always busy has room as long as its groups can grow.
   */
  @Override
  double utilisation() {
    return commits * flush.commitNanos() / measuredNanos();
  }

  /** Waits until a flush that began after this call has ended. */
  void commit(Runnable done) {
    waiting.add(done);
    commits++;
    if (used() == 0) {
      flush();
    }
  }

  private void flush() {
    List<Runnable> group = waiting;
    waiting = new ArrayList<>();
    use(group.isEmpty() ? 0 : 1);
    if (!group.isEmpty()) {
      double nanos = flush.nanos(group.size());
      double computed = nanos * flush.processorShare();
      cores.work(computed, () -> clock().after(nanos - computed, () -> end(group)));
    }
  }

  private void end(List<Runnable> group) {
    flush();
    group.forEach(Runnable::run);
  }
}
