package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Given;
import java.nio.file.Path;
import java.util.List;

/**
 * What is run, from system properties that are named like the components, with {@code bench.} in
 * front of them; {@code bench.tasks} and {@code bench.users} size the data. What is empty has a
 * default.
 *
 * @param databases where it is run
 * @param threads how many threads do the same
 * @param readers how many threads read beside one that writes
 * @param pools how many connections many threads share, as TaskStore's {@code maximumPoolSize}
 * @param rounds how often everything is measured
 * @param firstWarmupMillis how long each kind of work runs before all else, uncounted
 * @param warmupMillis how long threads work before it counts
 * @param millis how long it counts
 * @param data the rows
 * @param output the folder of the report
 */
record ConcurrencySettings(
    List<DatabaseKind> databases,
    List<Integer> threads,
    List<Integer> readers,
    List<Integer> pools,
    int rounds,
    long firstWarmupMillis,
    long warmupMillis,
    long millis,
    Dataset data,
    Path output) {

  static ConcurrencySettings ofSystemProperties() {
    return new ConcurrencySettings(
        Given.databases(),
        Given.numbers("bench.threads", "1,4,32"),
        Given.numbers("bench.readers", "0,1,4,8"),
        Given.numbers("bench.pools", "2,4,8,32"),
        Given.number("bench.rounds", 3),
        Given.number("bench.firstWarmupMillis", 1_000),
        Given.number("bench.warmupMillis", 300),
        Given.number("bench.millis", 1_000),
        Given.data(),
        Given.output());
  }
}
