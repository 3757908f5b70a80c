package dev.taskstore.bench.growth;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A question with what it asks for.
 *
 * @param ask gets the answer
 * @param isRight tells whether it is right
 * @param <T> the answer
 */
record Call<T>(Supplier<T> ask, Predicate<T> isRight) {

  void check(Question question) {
    T answer = ask.get();
    if (!isRight.test(answer)) {
      throw new IllegalStateException(question.id() + " has given a wrong answer: " + answer);
    }
  }
}
