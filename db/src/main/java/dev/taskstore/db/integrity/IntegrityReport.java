package dev.taskstore.db.integrity;

import java.util.List;

/**
 * The result of a check of a database's rows. Immutable and thread-safe.
 *
 * @param violations the violations, by table in the order of the schema, then by primary key;
 *     duplicates follow the other violations of their table, by unique key
 * @param isComplete false if there are more violations than the limit of the call
 * @param uncheckedConstraints the names of check constraints and unique indexes that the database
 *     cannot evaluate in a query
 */
public record IntegrityReport(
    List<IntegrityViolation> violations, boolean isComplete, List<String> uncheckedConstraints) {

  /** Copies the lists. */
  public IntegrityReport {
    violations = List.copyOf(violations);
    uncheckedConstraints = List.copyOf(uncheckedConstraints);
  }
}
