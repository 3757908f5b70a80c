package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * The time of a query in one round.
 *
 * @param database the database
 * @param tasks the number of tasks in the table
 * @param keys the number of keys
 * @param question the query
 * @param round the round, from 0
 * @param nanos the time in nanoseconds
 */
record Figure(
    DatabaseKind database, int tasks, int keys, Question question, int round, double nanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"tasks\": %d, \"keys\": %d, \"operation\": %s, \"round\": %d,"
            + " \"nanosPerOperation\": %.1f}",
        Json.quoted(database.id()),
        tasks,
        keys,
        Json.quoted(question.id()),
        round + 1,
        nanos);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "round %d, %s, %,d tasks, %s with %d keys: %.1f us",
        round + 1,
        database.title(),
        tasks,
        question.id(),
        keys,
        nanos / 1_000);
  }
}
