package dev.taskstore.bench.cache;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the cache measurements, from system properties: {@code bench.caches} is a list of
 * sizes; the others are those of the comparison.
 *
 * @param mebibytes the cache sizes of each connection
 * @param rounds the number of measured rounds
 * @param firstWarmupMillis the duration of the initial warm-up round
 * @param warmupMillis the warm-up before each measurement
 * @param millis the duration of each measurement
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
        BenchProperties.numbers("bench.caches", "2,8,16,32,64,128"),
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.firstWarmupMillis", 1_500),
        BenchProperties.number("bench.warmupMillis", 300),
        BenchProperties.number("bench.millis", 700),
        BenchProperties.data(),
        BenchProperties.output());
  }
}
