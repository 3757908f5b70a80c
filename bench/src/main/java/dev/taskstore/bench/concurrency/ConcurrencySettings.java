package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the concurrency measurements, from system properties with the names of the
 * components and the prefix {@code bench.}; {@code bench.tasks} and {@code bench.users} are the
 * numbers of rows. Empty properties have a default.
 *
 * @param databases the databases to measure
 * @param threads the numbers of threads
 * @param readers the numbers of readers concurrent to one writer
 * @param pools the pool sizes, TaskStore's {@code maximumPoolSize}
 * @param rounds the number of measured rounds
 * @param firstWarmupMillis the duration of the initial warm-up of each kind of work
 * @param warmupMillis the warm-up before each measurement
 * @param millis the duration of each measurement
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
        BenchProperties.databases(),
        BenchProperties.numbers("bench.threads", "1,4,32"),
        BenchProperties.numbers("bench.readers", "0,1,4,8"),
        BenchProperties.numbers("bench.pools", "2,4,8,32"),
        BenchProperties.number("bench.rounds", 3),
        BenchProperties.number("bench.firstWarmupMillis", 1_000),
        BenchProperties.number("bench.warmupMillis", 300),
        BenchProperties.number("bench.millis", 1_000),
        BenchProperties.data(),
        BenchProperties.output());
  }
}
