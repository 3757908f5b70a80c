package dev.taskstore.bench.scopes;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param database the database
 * @param request the call
 * @param inTransaction whether the calls are parts of a transaction
 * @param access the way to the rows
 * @param round the round, from 0
 * @param nanos the first decile of the times of its calls, in nanoseconds
 */
record ScopeFigure(
    DatabaseKind database,
    Request request,
    boolean inTransaction,
    Access access,
    int round,
    double nanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"workload\": %s, \"inTransaction\": %b, \"access\": %s, \"round\": %d,"
            + " \"nanosPerOperation\": %.1f}",
        Json.quoted(database.id()),
        Json.quoted(request.id()),
        inTransaction,
        Json.quoted(access.title()),
        round + 1,
        nanos);
  }
}
