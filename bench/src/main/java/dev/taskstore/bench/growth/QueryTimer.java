package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;

/** Measures a query on one database, with each of its keys in turn. */
final class QueryTimer {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double SLOW_NANOS = 2e9;

  private final Filled filled;
  private final Question question;
  private final int keys;
  private final List<? extends Call<?>> calls;
  private int next;
  private double firstNanos;
  private Object answer;

  QueryTimer(Filled filled, Question question, int keys, List<? extends Call<?>> calls) {
    this.filled = filled;
    this.question = question;
    this.keys = keys;
    this.calls = calls;
  }

  Question question() {
    return question;
  }

  /** Checks the result for each key once, which also warms up the caches. */
  void check() {
    calls.forEach(call -> call.check(question));
    firstNanos = nanos(0, 1);
  }

  /** Returns whether the query is so slow that it runs in fewer rounds. */
  boolean isSlow() {
    return firstNanos > SLOW_NANOS;
  }

  /** Returns the time of a single call of a slow query. */
  Figure slowFigure() {
    return figure(0, firstNanos);
  }

  void warmUp(long millis) {
    nanos(millis, 1);
  }

  /** Returns the time of a call, measured in batches of about a millisecond. */
  Figure measure(int round, long warmupMillis, long millis) {
    double warm = nanos(warmupMillis, 1);
    return figure(round, nanos(millis, Math.max(1, (int) (NANOS_PER_MILLI / warm))));
  }

  private Figure figure(int round, double nanos) {
    DatabaseKind database = filled.target().kind();
    return new Figure(database, filled.data().tasks(), keys, question, round, nanos);
  }

  private double nanos(long millis, int batch) {
    long begin = System.nanoTime();
    long asked = 0;
    long passed;
    do {
      for (int i = 0; i < batch; i++) {
        ask();
      }
      asked += batch;
      passed = System.nanoTime() - begin;
    } while (passed < millis * NANOS_PER_MILLI);
    return (double) passed / asked;
  }

  private void ask() {
    answer = calls.get(next).ask().get();
    next = next + 1 < calls.size() ? next + 1 : 0;
  }

  /** The last result, kept so that the compiler cannot eliminate calls. */
  Object answer() {
    return answer;
  }
}
