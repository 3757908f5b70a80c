package dev.taskstore.db.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the values of a column may be, and the constraint that limits them, if one does. */
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
