package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Runs programs on the model and on databases, one after the other. Not thread-safe. */
final class Differ {

  private final Subject model = new ModelSubject();
  private final List<Subject> subjects;

  Differ(List<Subject> subjects) {
    this.subjects = List.copyOf(subjects);
  }

  /** Returns the outcomes of the steps of a program on the model. */
  record Result(List<Outcome> outcomes, Optional<Disagreement> disagreement) {}

  Result run(Program program) {
    List<Outcome> expected = model.run(program);
    List<List<Outcome>> found = subjects.stream().map(subject -> subject.run(program)).toList();
    return new Result(expected, compare(program, expected, found));
  }

  private Optional<Disagreement> compare(
      Program program, List<Outcome> expected, List<List<Outcome>> found) {
    List<Disagreement> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Subject subject = subjects.get(i);
      compare(program, subject, found.get(i), model, expected, Outcome::equalsModel)
          .ifPresent(all::add);
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
