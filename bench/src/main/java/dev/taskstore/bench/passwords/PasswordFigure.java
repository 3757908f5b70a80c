package dev.taskstore.bench.passwords;

import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param name the algorithm and its cost
 * @param round the round, from 0
 * @param nanos the time of one verification in nanoseconds
 * @param processorNanos the processor time of its thread, which excludes waits for a processor
 */
record PasswordFigure(String name, int round, double nanos, double processorNanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"algorithm\": %s, \"round\": %d, \"nanosPerOperation\": %.1f,"
            + " \"processorNanosPerOperation\": %.1f}",
        Json.quoted(name),
        round + 1,
        nanos,
        processorNanos);
  }
}
