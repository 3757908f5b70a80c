package dev.taskstore.db.observation;

/** Observes one operation. */
@FunctionalInterface
public interface OperationObserver {

  /**
   * The operation has ended. Called exactly once, unless the process ends before.
   *
   * @param result how it ended
   */
  void ended(OperationResult result);
}
