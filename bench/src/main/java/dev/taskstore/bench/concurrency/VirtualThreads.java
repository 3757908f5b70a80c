package dev.taskstore.bench.concurrency;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, which Java 17 does not have and the compiler therefore does not know. */
final class VirtualThreads {

  private static final int FIRST_VERSION = 21;

  private VirtualThreads() {}

  static boolean exist() {
    return Runtime.version().feature() >= FIRST_VERSION;
  }

  /** Starts a virtual thread for each task. */
  static ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Java has no virtual threads", e);
    }
  }
}
