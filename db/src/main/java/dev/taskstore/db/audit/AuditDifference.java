package dev.taskstore.db.audit;

import java.util.Objects;

/**
 * A difference between the audit trail in force and its declaration. Contains names, never rows.
 * Immutable.
 *
 * @param object the trigger, function or table of the audit trail
 * @param type the type of the difference
 */
public record AuditDifference(String object, Type type) {

  /** The type of a difference. */
  public enum Type {
    /** The object does not exist: changes are not recorded, or entries can be changed. */
    MISSING,
    /** The declaration does not require the object. */
    EXTRA,
    /** The object has another definition, or is disabled. */
    CHANGED
  }

  /** Checks that nothing is null. */
  public AuditDifference {
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(type, "type");
  }

  /**
   * Returns a description of the difference.
   *
   * @return a sentence without a period
   */
  @Override
  public String toString() {
    return switch (type) {
      case MISSING -> object + " is missing";
      case EXTRA -> object + " is not part of the declaration";
      case CHANGED -> object + " has another definition or is disabled";
    };
  }
}
