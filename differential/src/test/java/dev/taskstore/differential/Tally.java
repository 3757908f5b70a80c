package dev.taskstore.differential;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the outcomes of programs, to show that the programs cover the API. Counting is
 * thread-safe.
 */
final class Tally {

  private final Map<String, Long> operationsByType = new TreeMap<>();
  private final Map<String, Long> programsByType = new TreeMap<>();
  private final Map<String, Long> constraints = new TreeMap<>();
  private final Set<String> called = new TreeSet<>();
  private final Set<String> succeeded = new TreeSet<>();
  private final ScopedRows scoped = new ScopedRows();
  private long programs;
  private long operations;

  /** Counts a program and returns the number of operations so far. */
  synchronized long add(List<Outcome> outcomes, ScopedRows rows) {
    scoped.add(rows);
    programs++;
    Set<String> seen = new HashSet<>();
    for (Outcome outcome : outcomes) {
      operations++;
      operationsByType.merge(outcome.type(), 1L, Long::sum);
      seen.add(outcome.type());
      called.add(outcome.operation());
      if (outcome.failure() == null) {
        succeeded.add(outcome.operation());
      } else if (outcome.failure().constraint() != null) {
        constraints.merge(
            outcome.failure().type() + " " + outcome.failure().constraint(), 1L, Long::sum);
      }
    }
    seen.forEach(type -> programsByType.merge(type, 1L, Long::sum));
    return operations;
  }

  synchronized long operations() {
    return operations;
  }

  /** Returns what the databases returned in scopes. */
  ScopedRows scoped() {
    return scoped;
  }

  Set<String> types() {
    return operationsByType.keySet();
  }

  /** Returns the operations that never succeeded. */
  Set<String> neverSucceeded() {
    Set<String> never = new TreeSet<>(called);
    never.removeAll(succeeded);
    return never;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%,d programs, %,d operations%n", programs, operations));
    text.append(scoped);
    text.append(String.format("%-50s %12s %12s%n", "outcome", "operations", "programs"));
    operationsByType.forEach(
        (type, count) ->
            text.append(
                String.format("%-50s %,12d %,12d%n", type, count, programsByType.get(type))));
    text.append(String.format("%-50s %12s%n", "constraint", "operations"));
    constraints.forEach((name, count) -> text.append(String.format("%-50s %,12d%n", name, count)));
    return text.toString();
  }
}
