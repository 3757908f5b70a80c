package dev.taskstore.db.mapping;

import java.io.Serializable;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/** The number of digits of the fraction of a second, to which times are truncated. */
record FractionDigits(int count) implements Serializable {

  /** Microseconds. */
  static final int MAXIMUM = 6;

  private static final int NANO_DIGITS = 9;

  FractionDigits {
    if (count < 0 || count > MAXIMUM) {
      throw new IndexOutOfBoundsException("A second has 0 to 6 fractional digits, not " + count);
    }
  }

  /** Returns the time without the digits that its column does not store. */
  <T extends Temporal> T truncate(T value) {
    long unit = unit();
    long excess = value.getLong(ChronoField.NANO_OF_SECOND) % unit;
    return excess == 0 ? value : minus(value, excess);
  }

  @SuppressWarnings("unchecked") // A time minus nanoseconds has the same class.
  private static <T extends Temporal> T minus(T value, long nanos) {
    return (T) value.minus(nanos, ChronoUnit.NANOS);
  }

  private long unit() {
    long unit = 1;
    for (int digit = count; digit < NANO_DIGITS; digit++) {
      unit *= 10;
    }
    return unit;
  }
}
