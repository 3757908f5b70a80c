package dev.taskstore.bench.concurrency;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accesses virtual threads by reflection, as Java 17 does not support them. */
final class VirtualThreads {

  private static final int FIRST_VERSION = 21;

  private VirtualThreads() {}

  static boolean exist() {
    return Runtime.version().feature() >= FIRST_VERSION;
  }

  /** Returns an executor that starts a virtual thread for each task. */
  static ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Java version does not support virtual threads", e);
    }
  }
}
