package dev.taskstore.bench.growth;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A query with its arguments.
 *
 * @param ask runs the query
 * @param isRight checks the result
 * @param <T> the type of the result
 */
record Call<T>(Supplier<T> ask, Predicate<T> isRight) {

  void check(Question question) {
    T answer = ask.get();
    if (!isRight.test(answer)) {
      throw new IllegalStateException(question.id() + " returned a wrong result: " + answer);
    }
  }
}
