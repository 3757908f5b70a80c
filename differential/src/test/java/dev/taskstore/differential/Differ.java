package dev.taskstore.differential;

import dev.taskstore.differential.model.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Runs programs on the model and on databases, one after the other. Not thread-safe. */
final class Differ {

  private final Subject model;
  private final List<Subject> subjects;
  private final BiPredicate<Outcome, Outcome> equalsModel;

  Differ(List<? extends Subject> subjects) {
    this(Refusals.SCOPE, subjects, Outcome::equalsModel);
  }

  private Differ(
      Refusals refusals,
      List<? extends Subject> subjects,
      BiPredicate<Outcome, Outcome> equalsModel) {
    this.model = new ModelSubject(refusals);
    this.equalsModel = equalsModel;
    this.subjects = List.copyOf(subjects);
  }

  /**
   * The result of a program.
   *
   * @param outcomes the outcomes of its steps on the model
   * @param scoped what the databases returned in scopes
   * @param disagreement the first disagreement
   */
  record Result(List<Outcome> outcomes, ScopedRows scoped, Optional<Disagreement> disagreement) {}

  /** Compares policies alone with a model of the same refusals. */
  static Differ ofPolicies(PoliciesSubject subject) {
    return new Differ(
        Refusals.POLICIES,
        List.of(subject),
        (found, expected) -> found.equalsModel(expected) || found.refusesRowsAs(expected));
  }

  Result run(Program program) {
    List<Outcome> expected = model.run(program);
    List<List<Outcome>> found = subjects.stream().map(subject -> subject.run(program)).toList();
    ScopedRows scoped = new ScopedRows();
    found.forEach(outcomes -> scoped.add(outcomes, expected));
    return new Result(expected, scoped, compare(program, expected, found));
  }

  private Optional<Disagreement> compare(
      Program program, List<Outcome> expected, List<List<Outcome>> found) {
    List<Disagreement> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Subject subject = subjects.get(i);
      compare(program, subject, found.get(i), model, expected, equalsModel).ifPresent(all::add);
    }
    for (int i = 1; i < found.size(); i++) {
      Subject first = subjects.get(0);
      Subject subject = subjects.get(i);
      compare(program, subject, found.get(i), first, found.get(0), Outcome::equals)
          .ifPresent(all::add);
    }
    return all.stream().findFirst();
  }

  private static Optional<Disagreement> compare(
      Program program,
      Subject subject,
      List<Outcome> found,
      Subject other,
      List<Outcome> expected,
      BiPredicate<Outcome, Outcome> isSame) {
    int common = Math.min(found.size(), expected.size());
    for (int i = 0; i < common; i++) {
      if (!isSame.test(found.get(i), expected.get(i))) {
        return Optional.of(Disagreement.at(program, i, subject, found, other, expected));
      }
    }
    return found.size() == expected.size()
        ? Optional.empty()
        : Optional.of(Disagreement.at(program, common, subject, found, other, expected));
  }

  /** Shrinks the program of a disagreement. */
  Disagreement shrink(Disagreement disagreement) {
    return new Shrinker(program -> run(program).disagreement()).shrink(disagreement);
  }
}
