package dev.taskstore.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time that the processor has spent on the calls of the last iteration, in the thread that
 * makes them: it counts no waiting, neither for a database in another process nor for a processor
 * that others use. For one thread at a time.
 */
final class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static long began;
  private static long calls;
  private static double nanosPerCall;

  private ProcessorTime() {}

  static void begin() {
    calls = 0;
    began = THREADS.getCurrentThreadCpuTime();
  }

  static void count() {
    calls++;
  }

  static void end() {
    long spent = THREADS.getCurrentThreadCpuTime() - began;
    nanosPerCall = calls == 0 ? Double.NaN : (double) spent / calls;
  }

  /** The time of a call in the last iteration. */
  static double nanosPerCall() {
    return nanosPerCall;
  }
}
