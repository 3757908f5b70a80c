package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.value.JsonSyntax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What input must be like, whether it is meant for a column or for a query. */
final class InputRules {

  private InputRules() {}

  static void text(String what, String value, FailureContext context) {
    int bad = malformedAt(value);
    if (bad >= 0) {
      throw new InvalidArgumentException(
          what
              + (value.charAt(bad) == 0 ? " holds a NUL character" : " holds a lone surrogate")
              + " at index "
              + bad
              + "; databases cannot store it. Remove or replace it.",
          context);
    }
  }

  private static int malformedAt(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  static void json(String what, String value, FailureContext context) {
    text(what, value, context);
    String problem =
        value.length() > Checks.MAX_JSON_LENGTH
            ? "is longer than " + Checks.MAX_JSON_LENGTH + " characters"
            : JsonSyntax.problem(value, Checks.MAX_JSON_DEPTH);
    if (problem != null) {
      throw new InvalidArgumentException(what + " " + problem + ".", context);
    }
  }

  /** What lies between two microseconds is truncated, so the last one has its nanoseconds too. */
  static void instant(String what, Instant value, FailureContext context) {
    if (value.isBefore(Checks.MIN_INSTANT)
        || !value.isBefore(Checks.MAX_INSTANT.plus(1, ChronoUnit.MICROS))) {
      throw new InvalidArgumentException(
          what
              + " must be an instant from "
              + Checks.MIN_INSTANT
              + " to "
              + Checks.MAX_INSTANT
              + ".",
          context);
    }
  }

  static void date(String what, LocalDate value, FailureContext context) {
    if (value.isBefore(Checks.MIN_DATE) || value.isAfter(Checks.MAX_DATE)) {
      throw new InvalidArgumentException(
          what + " must be a date from " + Checks.MIN_DATE + " to " + Checks.MAX_DATE + ".",
          context);
    }
  }

  static void decimal(
      String what, BigDecimal value, int precision, int scale, FailureContext context) {
    if (!Decimals.fits(value, precision, scale)) {
      throw new InvalidArgumentException(
          what
              + " must have at most "
              + (precision - scale)
              + " digits before the point and "
              + scale
              + " behind it; round it first.",
          context);
    }
  }
}
