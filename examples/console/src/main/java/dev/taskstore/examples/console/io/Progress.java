package dev.taskstore.examples.console.io;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {

  /** Does not listen. */
  Progress NONE = (done, total) -> {};

  /**
   * Called now and then.
   *
   * @param done how many tasks are done
   * @param total how many there are
   */
  void report(long done, long total);
}
