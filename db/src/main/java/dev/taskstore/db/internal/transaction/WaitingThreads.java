package dev.taskstore.db.internal.transaction;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that wait for a connection of a pool. A pool that is closed does not wake them, so
 * that they are interrupted. Thread-safe.
 */
final class WaitingThreads {

  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

  /** The calling thread starts to wait. */
  void begin() {
    waiting.add(Thread.currentThread());
  }

  /** The calling thread no longer waits. Clears an interrupt of {@link #interruptAll}. */
  void end() {
    if (!waiting.remove(Thread.currentThread())) {
      clearInterrupt();
    }
  }

  /** Waits until the interrupt has taken place. */
  private synchronized void clearInterrupt() {
    Thread.interrupted();
  }

  synchronized void interruptAll() {
    for (Thread thread : List.copyOf(waiting)) {
      if (waiting.remove(thread)) {
        thread.interrupt();
      }
    }
  }
}
