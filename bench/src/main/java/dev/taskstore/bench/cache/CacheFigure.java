package dev.taskstore.bench.cache;

import dev.taskstore.bench.Json;
import dev.taskstore.bench.Workload;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param mebibytes the cache size
 * @param workload the workload
 * @param round the round, from 0
 * @param nanos the time of one call in nanoseconds
 */
record CacheFigure(int mebibytes, Workload workload, int round, double nanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"mebibytes\": %d, \"workload\": %s, \"round\": %d, \"nanosPerOperation\": %.1f}",
        mebibytes,
        Json.quoted(workload.id()),
        round + 1,
        nanos);
  }
}
