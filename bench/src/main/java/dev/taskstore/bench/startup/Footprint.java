package dev.taskstore.bench.startup;

import java.lang.management.ManagementFactory;

/**
 * The footprint of a program after it has read its first row.
 *
 * @param heapBytes the used heap after a garbage collection
 * @param loadedClasses the number of loaded classes, including those of this measurement
 */
record Footprint(long heapBytes, int loadedClasses) {

  /** Prints the footprint of this program as a line for {@link #parse}. */
  static void print() {
    System.gc();
    // A second collection frees what cleaners released after the first.
    System.gc();
    long heapBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    int loadedClasses = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    System.out.println(heapBytes + " " + loadedClasses);
  }

  static Footprint parse(String line) {
    String[] numbers = line.split(" ", -1);
    return new Footprint(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
