package dev.taskstore.testdata.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a table state about the values of one column on their own: limits of the
 * length, of the value, and lists of values. Mutable while the checks are read. Not thread-safe.
 */
final class Restriction {

  private long minimumLength;
  private long maximumLength = Integer.MAX_VALUE;
  private @Nullable List<Object> allowed;
  private @Nullable Object minimum;
  private boolean excludesMinimum;
  private @Nullable Object maximum;
  private boolean excludesMaximum;

  void length(long atLeast, long atMost) {
    minimumLength = Math.max(minimumLength, atLeast);
    maximumLength = Math.min(maximumLength, atMost);
  }

  /** Restricts the column to values that occur in all lists. */
  void allow(List<Object> values) {
    List<Object> known = allowed;
    if (known == null) {
      allowed = List.copyOf(values);
      return;
    }
    List<Object> both = new ArrayList<>(known);
    both.removeIf(value -> values.stream().noneMatch(other -> Values.compare(value, other) == 0));
    allowed = both;
  }

  void atLeast(Object value, boolean isExclusive) {
    Object known = minimum;
    if (known == null || Values.compare(value, known) > 0) {
      minimum = value;
      excludesMinimum = isExclusive;
    }
  }

  void atMost(Object value, boolean isExclusive) {
    Object known = maximum;
    if (known == null || Values.compare(value, known) < 0) {
      maximum = value;
      excludesMaximum = isExclusive;
    }
  }

  int minimumLength() {
    return (int) Math.min(minimumLength, Integer.MAX_VALUE);
  }

  int maximumLength() {
    return (int) Math.max(-1, Math.min(maximumLength, Integer.MAX_VALUE));
  }

  @Nullable List<Object> allowed() {
    return allowed;
  }

  /** Returns the lowest whole number, scaled by a power of ten, or a default without limit. */
  long minimum(int scale, long otherwise) {
    if (!(minimum instanceof Number)) {
      return otherwise;
    }
    BigDecimal scaled = Values.decimal(minimum).scaleByPowerOfTen(scale);
    BigDecimal whole = scaled.setScale(0, RoundingMode.CEILING);
    boolean next = excludesMinimum && whole.compareTo(scaled) == 0;
    return clamp(next ? whole.add(BigDecimal.ONE) : whole);
  }

  /** Returns the greatest whole number, scaled by a power of ten, or a default without limit. */
  long maximum(int scale, long otherwise) {
    if (!(maximum instanceof Number)) {
      return otherwise;
    }
    BigDecimal scaled = Values.decimal(maximum).scaleByPowerOfTen(scale);
    BigDecimal whole = scaled.setScale(0, RoundingMode.FLOOR);
    boolean previous = excludesMaximum && whole.compareTo(scaled) == 0;
    return clamp(previous ? whole.subtract(BigDecimal.ONE) : whole);
  }

  private static long clamp(BigDecimal value) {
    return value
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .longValue();
  }

  /** Returns the limit of a type that is not a number, or null. */
  @Nullable Object minimum() {
    return minimum;
  }

  /** Returns the limit of a type that is not a number, or null. */
  @Nullable Object maximum() {
    return maximum;
  }

  boolean excludesMinimum() {
    return excludesMinimum;
  }

  boolean excludesMaximum() {
    return excludesMaximum;
  }
}
