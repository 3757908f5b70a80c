package dev.taskstore.examples.formats;

/** A callback that receives the progress of an import or export. */
@FunctionalInterface
public interface Progress {

  /** Does nothing. */
  Progress NONE = (done, total) -> {};

  /**
   * Called after each chunk of tasks.
   *
   * @param done the number of tasks processed so far
   * @param total the number of all tasks
   */
  void report(long done, long total);
}
