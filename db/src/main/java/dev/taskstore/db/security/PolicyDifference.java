package dev.taskstore.db.security;

import java.util.Objects;
import java.util.Optional;

/**
 * A difference between the row-level security in force and its declaration. Contains names and
 * definitions, never rows. Immutable.
 *
 * @param table the table
 * @param policy the policy, or a function that policies call, whose name ends with {@code ()};
 *     empty if row-level security is not enabled on the table
 * @param expected the definition that the declaration requires, or empty if it requires none
 * @param found the definition in the database, or empty if there is none
 */
public record PolicyDifference(
    String table, Optional<String> policy, Optional<String> expected, Optional<String> found) {

  /** The type of a difference. */
  public enum Type {
    /** The policy is missing, or row-level security is not enabled. */
    MISSING,
    /** The declaration does not require the policy, which may show rows to others. */
    EXTRA,
    /** The policy has another definition. */
    CHANGED
  }

  /** Checks that nothing is null. */
  public PolicyDifference {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }

  /**
   * Returns the type of the difference.
   *
   * @return the type
   */
  public Type type() {
    if (found.isEmpty()) {
      return Type.MISSING;
    }
    return expected.isEmpty() ? Type.EXTRA : Type.CHANGED;
  }

  /**
   * Returns a description of the difference.
   *
   * @return a sentence without a period
   */
  @Override
  public String toString() {
    if (policy.isEmpty()) {
      return "row-level security is not enabled on " + table;
    }
    String name =
        (policy.get().endsWith("()") ? "function " : "policy ") + policy.get() + " on " + table;
    return switch (type()) {
      case MISSING -> name + " is missing";
      case EXTRA -> name + " is not part of the declaration";
      case CHANGED ->
          name + " is " + found.orElseThrow() + ", but must be " + expected.orElseThrow();
    };
  }
}
