package dev.taskstore.backup;

/** Counts the rows of several threads, and reports them to one callback. Thread-safe. */
final class RowCounter {

  private static final long STEP = 5_000;

  private final Progress progress;
  private final long total;
  private long rows;
  private long reported;

  RowCounter(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /** Counts a row. */
  synchronized void add() {
    if (++rows - reported >= STEP) {
      report();
    }
  }

  /** Reports the rows that were not reported yet. */
  synchronized void finish() {
    if (rows > reported) {
      report();
    }
  }

  private void report() {
    reported = rows;
    progress.report(rows, total);
  }
}
