package dev.taskstore.bench.transfer;

import static dev.taskstore.bench.Json.quoted;

import java.util.Locale;

/**
 * One copy.
 *
 * @param direction the direction
 * @param way the program
 * @param round the round, from 1
 * @param seconds the time from the start of the process to its end
 * @param client the processor time of the process, in seconds; NaN if unknown
 * @param server the processor time of the PostgreSQL server, in seconds; NaN if unknown
 * @param result the comparison of the target with the source after the copy
 */
record CopyRun(
    Direction direction,
    String way,
    int round,
    double seconds,
    double client,
    double server,
    String result) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"direction\": %s, \"way\": %s, \"round\": %d, \"seconds\": %.2f, \"clientSeconds\": %s,"
            + " \"serverSeconds\": %s, \"result\": %s}",
        quoted(direction.title()),
        quoted(way),
        round,
        seconds,
        number(client),
        number(server),
        quoted(result));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.2f", value);
  }
}
