package dev.taskstore.differential;

import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.differential.model.Failure;
import dev.taskstore.differential.model.ModelFailure;
import dev.taskstore.differential.model.Principal;
import dev.taskstore.differential.model.Visibility;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step.
 *
 * @param step the number of the step
 * @param operation the operation
 * @param principal the principal of the scope; null without a scope
 * @param visibility what the principal saw before the step; known to the model only
 * @param value the result; null if it failed
 * @param failure the exception as callers see it; null if there was none
 * @param detail details that the model lacks: the message of the exception, or the tokens of a page
 */
record Outcome(
    int step,
    String operation,
    @Nullable Principal principal,
    @Nullable Visibility visibility,
    @Nullable Object value,
    @Nullable Failure failure,
    String detail) {

  private static final Pattern SEVERAL_ROWS =
      Pattern.compile("transaction|\\w+\\.(insertAll|load|updateAll|upsertAll\\w*)");
  private static final Set<String> OF_REFUSED_ROWS =
      Set.of("ForeignKeyViolationException", "UniqueViolationException", "RowSecurityException");

  /** Creates an outcome of a subject that does not know what the principal saw. */
  Outcome(
      int step,
      String operation,
      @Nullable Principal principal,
      @Nullable Object value,
      @Nullable Failure failure,
      String detail) {
    this(step, operation, principal, null, value, failure, detail);
  }

  /** Returns the outcome with what the principal saw before the step. */
  Outcome seen(@Nullable Visibility before) {
    return new Outcome(step, operation, principal, before, value, failure, detail);
  }

  static Outcome failed(
      int step, String operation, @Nullable Principal principal, RuntimeException exception) {
    if (exception instanceof ModelFailure model) {
      return new Outcome(step, operation, principal, null, model.failure(), "");
    }
    String type = exception.getClass().getSimpleName();
    if (exception instanceof DatabaseFailure database) {
      Failure failure =
          new Failure(type, database.table(), database.columns(), database.constraint());
      return new Outcome(
          step, operation, principal, null, failure, String.valueOf(exception.getMessage()));
    }
    return new Outcome(step, operation, principal, null, Failure.of(type), "");
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

  /**
   * Returns whether both refuse the rows of a call on several rows, one of which violates a
   * constraint and another one is refused by a policy. The database reports the first one in its
   * order: the rows are sorted by their keys, and references are checked at the end of a statement.
   * The failure may escape from a transaction.
   */
  boolean refusesRowsAs(Outcome other) {
    return SEVERAL_ROWS.matcher(operation).matches()
        && step == other.step
        && failure != null
        && other.failure != null
        && Objects.equals(failure.table(), other.failure.table())
        && Stream.of(failure, other.failure)
            .allMatch(refusal -> OF_REFUSED_ROWS.contains(refusal.type()));
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
