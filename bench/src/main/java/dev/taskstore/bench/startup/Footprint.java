package dev.taskstore.bench.startup;

import java.lang.management.ManagementFactory;

/**
 * What a program needs once it has its first row.
 *
 * @param heapBytes the heap in use after garbage was collected
 * @param loadedClasses the classes that are loaded, with those that tell this
 */
record Footprint(long heapBytes, int loadedClasses) {

  /** Prints the footprint of this program on a line, as {@link #parse} reads it. */
  static void print() {
    System.gc();
    // What the first collection leaves to cleaners is free only now.
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
