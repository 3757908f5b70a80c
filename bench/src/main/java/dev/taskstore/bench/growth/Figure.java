package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import java.util.Locale;

/**
 * What an answer takes.
 *
 * @param database on what
 * @param tasks how many tasks are there
 * @param question what is asked
 * @param round in which round, from 0
 * @param nanos the time in nanoseconds
 */
record Figure(DatabaseKind database, int tasks, Question question, int round, double nanos) {

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"database\": %s, \"tasks\": %d, \"operation\": %s, \"round\": %d,"
            + " \"nanosPerOperation\": %.1f}",
        Json.quoted(database.id()),
        tasks,
        Json.quoted(question.id()),
        round + 1,
        nanos);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "round %d, %s, %,d tasks, %s: %.1f us",
        round + 1,
        database.title(),
        tasks,
        question.id(),
        nanos / 1_000);
  }
}
