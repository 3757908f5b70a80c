package dev.taskstore.liquibase.sqlite.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which SQLite stores the values of a type. */
interface ValueForm {

  /** Returns the storage class: INTEGER, REAL, TEXT or BLOB. */
  String storage();

  /** Returns the limits that the storage class does not express. */
  List<Limit> limits();

  /**
   * Returns the SQL literal of a value that is neither null nor a function.
   *
   * @throws InvalidValueException if the type does not have the value
   */
  String literal(Object value);

  /** Returns the SQL expression of the current time, or null if the type is not one of time. */
  default @Nullable String now(CurrentTime function) {
    return null;
  }

  /**
   * Returns whether the stored value differs from the value, so that literals in SQL are not stored
   * values.
   */
  default boolean isConverted() {
    return false;
  }
}
