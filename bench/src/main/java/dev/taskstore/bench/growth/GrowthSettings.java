package dev.taskstore.bench.growth;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the growth measurements, from system properties. {@code bench.growth.sizes} is a
 * list of table sizes in tasks, the first of them the baseline; {@code bench.growth.keys} is a list
 * of numbers of keys; {@code bench.growth.folder} is the folder of the databases; {@code
 * bench.databases}, {@code bench.rounds}, {@code bench.firstWarmupMillis}, {@code
 * bench.warmupMillis}, {@code bench.millis} and {@code bench.output} are those of the comparison.
 *
 * @param sizes the numbers of tasks
 * @param keys the numbers of different keys of a query; queries whose time may grow are measured
 *     with the first number only
 * @param databases the databases to measure
 * @param rounds the number of measured rounds
 * @param firstWarmupMillis the duration of each query in the initial warm-up round
 * @param warmupMillis the warm-up before each measurement
 * @param millis the duration of each measurement
 * @param folder the folder of the databases; if absent, they are deleted afterwards
 * @param output the folder of the report
 */
record GrowthSettings(
    List<Integer> sizes,
    List<Integer> keys,
    List<DatabaseKind> databases,
    int rounds,
    long firstWarmupMillis,
    long warmupMillis,
    long millis,
    Optional<Path> folder,
    Path output) {

  private static final int TASKS_OF_A_USER = 100;

  static GrowthSettings ofSystemProperties() {
    String folder = BenchProperties.text("bench.growth.folder", "");
    return new GrowthSettings(
        BenchProperties.numbers("bench.growth.sizes", "10000,10000000"),
        BenchProperties.numbers("bench.growth.keys", "20,1000"),
        BenchProperties.databases(),
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.firstWarmupMillis", 1_500),
        BenchProperties.number("bench.warmupMillis", 300),
        BenchProperties.number("bench.millis", 700),
        folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder).toAbsolutePath()),
        BenchProperties.output());
  }

  /** Returns the rows of each size. */
  List<Dataset> data() {
    return sizes.stream()
        .map(tasks -> new Dataset(tasks, Math.max(1, tasks / TASKS_OF_A_USER)))
        .toList();
  }
}
