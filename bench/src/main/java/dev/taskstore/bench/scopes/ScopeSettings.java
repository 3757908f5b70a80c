package dev.taskstore.bench.scopes;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the measurements of scopes, from the system properties of the comparison.
 *
 * @param databases the databases
 * @param rounds the number of measured rounds
 * @param firstWarmupMillis the duration of each call in a round that is not counted
 * @param millis the duration of each measurement
 * @param data the rows
 * @param output the folder of the report
 */
record ScopeSettings(
    List<DatabaseKind> databases,
    int rounds,
    long firstWarmupMillis,
    long millis,
    Dataset data,
    Path output) {

  static ScopeSettings ofSystemProperties() {
    return new ScopeSettings(
        BenchProperties.databases(),
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.firstWarmupMillis", 1_500),
        BenchProperties.number("bench.millis", 700),
        BenchProperties.data(),
        BenchProperties.output());
  }
}
