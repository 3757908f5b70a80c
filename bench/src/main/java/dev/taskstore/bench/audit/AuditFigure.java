package dev.taskstore.bench.audit;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param database the kind of database
 * @param trail the audit trail of the database
 * @param work what was measured
 * @param round the round, from 0
 * @param nanos the time of one operation in nanoseconds
 */
record AuditFigure(
    DatabaseKind database, AuditMode trail, AuditWork work, int round, double nanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"trail\": %s, \"work\": %s, \"round\": %d,"
            + " \"nanosPerOperation\": %.1f}",
        Json.quoted(database.id()),
        Json.quoted(trail.title()),
        Json.quoted(work.title()),
        round + 1,
        nanos);
  }
}
