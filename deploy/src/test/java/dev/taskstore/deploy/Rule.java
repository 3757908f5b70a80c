package dev.taskstore.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A rule for the objects of an overlay. */
@FunctionalInterface
interface Rule {

  /** Reports each place where the objects break the rule. */
  void check(Manifests manifests, Consumer<String> problems);

  /** Returns the places where the objects break the rule. */
  default List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    check(manifests, problems::add);
    return problems;
  }
}
