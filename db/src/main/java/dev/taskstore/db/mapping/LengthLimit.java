package dev.taskstore.db.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of the length of a column's values, and the constraint that sets them, or null. */
record LengthLimit(int minimum, int maximum, @Nullable String constraint) {

  static void check(ValidationSubject subject, List<LengthLimit> limits, int length, String unit) {
    for (LengthLimit limit : limits) {
      limit.check(subject, length, unit);
    }
  }

  void check(ValidationSubject subject, int length, String unit) {
    if (length < minimum || length > maximum) {
      throw subject.invalid(
          "must have "
              + (minimum == 0 ? "at most " : minimum + " to ")
              + maximum
              + " "
              + unit
              + " but has "
              + length,
          constraint);
    }
  }
}
