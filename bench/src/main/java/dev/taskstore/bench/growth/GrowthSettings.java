package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, from system properties: {@code bench.growth.sizes} is a list of how many tasks
 * there are, the first of them the base; {@code bench.growth.keys} is a list of counts; {@code
 * bench.growth.folder} is where the databases are kept; {@code bench.databases}, {@code
 * bench.rounds}, {@code bench.firstWarmupMillis}, {@code bench.warmupMillis}, {@code bench.millis}
 * and {@code bench.output} are those of the comparison.
 *
 * @param sizes how many tasks
 * @param keys with how many keys a question is asked in turn, where there are as many; everything
 *     is measured with each of these numbers, what is held to no promise with the first
 * @param databases on what
 * @param rounds how many rounds are counted
 * @param firstWarmupMillis how long a round before all others asks each question, uncounted
 * @param warmupMillis how long a question is asked in each round before it is measured
 * @param millis how long it is measured
 * @param folder where the databases are kept; without it they are gone afterwards
 * @param output where the report goes
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
    String folder = Given.text("bench.growth.folder", "");
    return new GrowthSettings(
        Given.numbers("bench.growth.sizes", "10000,10000000"),
        Given.numbers("bench.growth.keys", "20,1000"),
        Given.databases(),
        Given.number("bench.rounds", 5),
        Given.number("bench.firstWarmupMillis", 1_500),
        Given.number("bench.warmupMillis", 300),
        Given.number("bench.millis", 700),
        folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder).toAbsolutePath()),
        Given.output());
  }

  /** The rows of each size. */
  List<Dataset> data() {
    return sizes.stream()
        .map(tasks -> new Dataset(tasks, Math.max(1, tasks / TASKS_OF_A_USER)))
        .toList();
  }
}
