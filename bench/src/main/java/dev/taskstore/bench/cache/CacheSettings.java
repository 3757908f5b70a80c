package dev.taskstore.bench.cache;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Given;
import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, from system properties: {@code bench.caches} is a list of sizes; the others are
 * those of the comparison.
 *
 * @param mebibytes how much each connection may keep
 * @param rounds how many rounds are counted
 * @param firstWarmupMillis how long a round before all others runs, uncounted
 * @param warmupMillis how long a read runs in each round before it is measured
 * @param millis how long it is measured
 * @param data the rows
 * @param output the folder of the report
 */
record CacheSettings(
    List<Integer> mebibytes,
    int rounds,
    long firstWarmupMillis,
    long warmupMillis,
    long millis,
    Dataset data,
    Path output) {

  static CacheSettings ofSystemProperties() {
    return new CacheSettings(
        Given.numbers("bench.caches", "2,8,16,32,64,128"),
        Given.number("bench.rounds", 5),
        Given.number("bench.firstWarmupMillis", 1_500),
        Given.number("bench.warmupMillis", 300),
        Given.number("bench.millis", 700),
        Given.data(),
        Given.output());
  }
}
