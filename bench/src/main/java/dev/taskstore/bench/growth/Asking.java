package dev.taskstore.bench.growth;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;

/** A question to one database, asked with its keys in turn and for the same time in each round. */
final class Asking {

  private static final double NANOS_OF_A_MILLI = 1e6;
  private static final double NANOS_OF_A_SLOW_ONE = 2e9;

  private final Filled filled;
  private final Question question;
  private final int keys;
  private final List<? extends Call<?>> calls;
  private int next;
  private double firstNanos;
  private Object answer;

  Asking(Filled filled, Question question, int keys, List<? extends Call<?>> calls) {
    this.filled = filled;
    this.question = question;
    this.keys = keys;
    this.calls = calls;
  }

  Question question() {
    return question;
  }

  /** Looks at the answer for each key once, which brings the rows into the caches. */
  void check() {
    calls.forEach(call -> call.check(question));
    firstNanos = nanos(0, 1);
  }

  /** Tells whether it takes so long that rounds are saved on it. */
  boolean isSlow() {
    return firstNanos > NANOS_OF_A_SLOW_ONE;
  }

  /** The time of the one answer that a slow one gives. */
  Figure slowFigure() {
    return figure(0, firstNanos);
  }

  void warmUp(long millis) {
    nanos(millis, 1);
  }

  /** The time of an answer, over batches so short that the time can be kept. */
  Figure measure(int round, long warmupMillis, long millis) {
    double warm = nanos(warmupMillis, 1);
    return figure(round, nanos(millis, Math.max(1, (int) (NANOS_OF_A_MILLI / warm))));
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
    } while (passed < millis * NANOS_OF_A_MILLI);
    return (double) passed / asked;
  }

  private void ask() {
    answer = calls.get(next).ask().get();
    next = next + 1 < calls.size() ? next + 1 : 0;
  }

  /** The last answer; kept, so that no answer is left out. */
  Object answer() {
    return answer;
  }
}
