package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Json;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The result of a group in one round.
 *
 * @param trial the concurrent groups
 * @param group the group
 * @param library the library
 * @param round the round, from 0
 * @param perSecond the number of completed calls per second
 * @param percentileNanos the 99th percentile latency in nanoseconds, if there was a call
 * @param failures the number of failed calls
 */
record Figure(
    Trial trial,
    Group group,
    String library,
    int round,
    double perSecond,
    OptionalDouble percentileNanos,
    long failures) {

  static Figure of(Trial trial, Group group, String library, int round, Tally tally) {
    return new Figure(
        trial, group, library, round, tally.perSecond(), tally.slow(), tally.failures());
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"part\": %s, \"database\": %s, \"library\": %s, \"connections\": %d, \"readers\": %d,"
            + " \"work\": %s, \"threads\": %d, \"virtual\": %b, \"round\": %d,"
            + " \"perSecond\": %.1f, \"nanosOf99Percent\": %s, \"failures\": %d}",
        Json.quoted(trial.part().id()),
        Json.quoted(trial.database().id()),
        Json.quoted(library),
        trial.connections(),
        trial.threads(Work.PAGE),
        Json.quoted(group.work().id()),
        group.threads(),
        trial.virtual(),
        round + 1,
        perSecond,
        percentileNanos.isEmpty()
            ? "null"
            : String.format(Locale.ROOT, "%.0f", percentileNanos.getAsDouble()),
        failures);
  }
}
