package dev.taskstore.backup;

/** A callback that receives the progress of a backup, a verification or a restore. */
@FunctionalInterface
public interface Progress {

  /** Does nothing. */
  Progress NONE = (rows, total) -> {};

  /**
   * Called after every few thousand rows, by one thread at a time, but possibly by several threads
   * in turn.
   *
   * @param rows the number of rows so far
   * @param total the number of all rows, or -1 if it is unknown
   */
  void report(long rows, long total);
}
