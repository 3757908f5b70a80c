package dev.taskstore.differential;

import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.differential.model.Failure;
import dev.taskstore.differential.model.ModelFailure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step.
 *
 * @param step the number of the step
 * @param operation the operation
 * @param value the result; null if it failed
 * @param failure the exception as callers see it; null if there was none
 * @param detail details that the model lacks: the message of the exception, or the tokens of a page
 */
record Outcome(
    int step, String operation, @Nullable Object value, @Nullable Failure failure, String detail) {

  static Outcome failed(int step, String operation, RuntimeException exception) {
    if (exception instanceof ModelFailure model) {
      return new Outcome(step, operation, null, model.failure(), "");
    }
    String type = exception.getClass().getSimpleName();
    if (exception instanceof DatabaseFailure database) {
      Failure failure =
          new Failure(type, database.table(), database.columns(), database.constraint());
      return new Outcome(step, operation, null, failure, String.valueOf(exception.getMessage()));
    }
    return new Outcome(step, operation, null, Failure.of(type), "");
  }

  /** Returns the name under which the outcome is counted. */
  String type() {
    return failure == null ? "success" : failure.type();
  }

  /** Returns whether a caller sees the same, without the details. */
  boolean equalsModel(Outcome model) {
    return step == model.step
        && Objects.equals(value, model.value)
        && Objects.equals(failure, model.failure);
  }

  static String describe(List<Outcome> outcomes, int index) {
    if (index >= outcomes.size()) {
      return "nothing";
    }
    Outcome outcome = outcomes.get(index);
    return outcome.failure == null
        ? Literals.of(outcome.value)
        : outcome.failure + " " + outcome.detail;
  }
}
