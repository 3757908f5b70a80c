package dev.taskstore.transfer.engine;

import dev.taskstore.db.integrity.IntegrityViolation;

/** Violations of rules for people. */
final class Violations {

  private Violations() {}

  /** Returns why the target rejects or changes a row, without values. */
  static String reason(IntegrityViolation violation) {
    String columns = String.join(", ", violation.columns());
    return switch (violation.kind()) {
      case VALUE -> columns + " contains a value that its type does not allow";
      case NOT_NULL -> columns + " is null";
      case CHECK -> "the row violates the check " + violation.constraint();
      case DUPLICATE ->
          "another row has the same "
              + columns
              + (violation.constraint() == null ? "" : ", unique key " + violation.constraint());
      case FOREIGN_KEY ->
          columns
              + " references a row that does not exist, foreign key "
              + violation.constraint();
    };
  }
}
