package dev.taskstore.db.managed;

/** A transaction that is detached from its thread. Must not be used from other threads. */
public interface SuspendedTransaction {

  /**
   * Attaches the transaction to the calling thread again.
   *
   * @throws IllegalStateException if the thread is not the one that suspended the transaction, has
   *     an active transaction, or has already resumed this one
   */
  void resume();
}
