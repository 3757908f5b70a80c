package dev.taskstore.bench.cache;

import dev.taskstore.bench.Json;
import dev.taskstore.bench.Workload;
import java.util.Locale;

/**
 * What one round has shown.
 *
 * @param mebibytes the size of the cache
 * @param workload what was done
 * @param round the round, from 0
 * @param nanos how long one call took
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
