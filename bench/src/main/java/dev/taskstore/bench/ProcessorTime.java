package dev.taskstore.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU time of the calls of the last iteration in the calling thread. It excludes waiting for
 * the database and for a processor. Not thread-safe.
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

  /** Returns the CPU time of a call in the last iteration. */
  static double nanosPerCall() {
    return nanosPerCall;
  }
}
