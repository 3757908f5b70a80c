package dev.taskstore.faults;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Samples of the resources that this process uses. */
final class SoakSamples {

  /**
   * A sample.
   *
   * @param usedHeap the used heap in bytes after a garbage collection
   * @param threads the live threads
   * @param openFiles the open file descriptors
   * @param sessions the sessions of the store on the server
   * @param preparedStatements the prepared statements of these sessions
   */
  record Sample(long usedHeap, int threads, long openFiles, int sessions, long preparedStatements) {

    @Override
    public String toString() {
      return String.format(
          "heap %.1f MiB, threads %d, files %d, sessions %d, prepared statements %d",
          usedHeap / (1024.0 * 1024.0), threads, openFiles, sessions, preparedStatements);
    }
  }

  private final List<Sample> samples = new ArrayList<>();

  /** Takes a sample. */
  Sample take(int sessions, long preparedStatements) {
    Sample sample =
        new Sample(
            usedHeap(),
            ManagementFactory.getThreadMXBean().getThreadCount(),
            openFiles(),
            sessions,
            preparedStatements);
    samples.add(sample);
    return sample;
  }

  private static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** Returns the increase of the average from the first to the last third of the samples. */
  long growth(ToLongFunction<Sample> measure) {
    int third = Math.max(1, samples.size() / 3);
    return average(samples.subList(samples.size() - third, samples.size()), measure)
        - average(samples.subList(0, third), measure);
  }

  private static long average(List<Sample> part, ToLongFunction<Sample> measure) {
    return Math.round(part.stream().mapToLong(measure).average().orElse(0));
  }
}
