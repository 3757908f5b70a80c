package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * What an answer takes.
 *
 * @param database on what
 * @param tasks how many tasks are there
 * @param keys with how many keys
 * @param question what is asked
 * @param round in which round, from 0
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
