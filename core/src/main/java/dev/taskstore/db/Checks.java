package dev.taskstore.db;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The checks that input passes before any database sees it. Stateless. */
public final class Checks {

  /** The earliest instant that can be stored: the beginning of year 1. */
  public static final Instant MIN_INSTANT = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest instant that can be stored: the last microsecond of year 9999. */
  public static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Checks() {}

  /**
   * Checks a text against the limits of its column.
   *
   * @param column the column
   * @param value the text; null passes
   * @param min the least number of code points
   * @param max the greatest number of code points
   * @param constraint the name of the constraint that sets the limits, or null
   * @throws InvalidArgumentException when the text is too short, too long, or holds a NUL character
   *     or a lone surrogate
   */
  public static void text(
      TableField<?, ?> column,
      @Nullable String value,
      int min,
      int max,
      @Nullable String constraint) {
    if (value == null) {
      return;
    }
    int bad = malformedAt(value);
    if (bad >= 0) {
      throw malformed(value, bad, describe(column), context(column, null));
    }
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max) {
      throw new InvalidArgumentException(
          describe(column)
              + " must have "
              + (min == 0 ? "at most " : min + " to ")
              + max
              + " code points but has "
              + length
              + (constraint == null ? "" : " (" + constraint + ")")
              + ".",
          context(column, constraint));
    }
  }

  /**
   * Checks that an instant is within the range that every dialect stores.
   *
   * @param column the column
   * @param value the instant; null passes
   * @throws InvalidArgumentException when it is before {@link #MIN_INSTANT}, or after {@link
   *     #MAX_INSTANT} by a microsecond or more
   */
  public static void instant(TableField<?, ?> column, @Nullable Instant value) {
    if (value != null && outOfRange(value)) {
      throw outOfRange(describe(column), context(column, null));
    }
  }

  /**
   * Checks a text that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the text; null passes
   * @throws InvalidArgumentException when it holds a NUL character or a lone surrogate
   */
  public static void text(String what, @Nullable String value) {
    int bad = value == null ? -1 : malformedAt(value);
    if (value != null && bad >= 0) {
      throw malformed(value, bad, what, FailureContext.NONE);
    }
  }

  /**
   * Checks an instant that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the instant; null passes
   * @throws InvalidArgumentException when it is out of range
   */
  public static void instant(String what, @Nullable Instant value) {
    if (value != null && outOfRange(value)) {
      throw outOfRange(what, FailureContext.NONE);
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

  private static InvalidArgumentException malformed(
      String value, int index, String what, FailureContext context) {
    return new InvalidArgumentException(
        what
            + (value.charAt(index) == 0 ? " holds a NUL character" : " holds a lone surrogate")
            + " at index "
            + index
            + "; databases cannot store it. Remove or replace it.",
        context);
  }

  /** What lies between two microseconds is truncated, so the last one has its nanoseconds too. */
  private static boolean outOfRange(Instant value) {
    return value.isBefore(MIN_INSTANT) || !value.isBefore(MAX_INSTANT.plus(1, ChronoUnit.MICROS));
  }

  private static InvalidArgumentException outOfRange(String what, FailureContext context) {
    return new InvalidArgumentException(
        what + " must be an instant from " + MIN_INSTANT + " to " + MAX_INSTANT + ".", context);
  }

  private static String describe(TableField<?, ?> column) {
    return table(column) + "." + column.getName();
  }

  private static FailureContext context(TableField<?, ?> column, @Nullable String constraint) {
    return new FailureContext(table(column), java.util.List.of(column.getName()), constraint);
  }

  private static String table(TableField<?, ?> column) {
    var table = column.getTable();
    return table == null ? "" : table.getName();
  }
}
