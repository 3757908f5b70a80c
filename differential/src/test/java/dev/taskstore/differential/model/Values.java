package dev.taskstore.differential.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PrimitiveIterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The valid values and their order: text by code point, UUIDs as unsigned numbers. */
public final class Values {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  static final Comparator<UUID> UNSIGNED = Values::compareUnsigned;

  private Values() {}

  /** Compares two non-null values of the same type. */
  public static int compare(Object left, Object right) {
    if (left instanceof UUID a && right instanceof UUID b) {
      return compareUnsigned(a, b);
    } else if (left instanceof String a && right instanceof String b) {
      return compareCodePoints(a, b);
    } else if (left instanceof Instant a && right instanceof Instant b) {
      return a.compareTo(b);
    }
    return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
  }

  private static int compareUnsigned(UUID left, UUID right) {
    int most = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return most != 0
        ? most
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }

  private static int compareCodePoints(String left, String right) {
    PrimitiveIterator.OfInt a = left.codePoints().iterator();
    PrimitiveIterator.OfInt b = right.codePoints().iterator();
    while (a.hasNext() && b.hasNext()) {
      int order = Integer.compare(a.nextInt(), b.nextInt());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(a.hasNext(), b.hasNext());
  }

  static <T> T required(@Nullable T value) {
    if (value == null) {
      throw ModelFailure.nullValue();
    }
    return value;
  }

  static int length(String text) {
    return (int) text.codePoints().count();
  }

  static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  static boolean isInRange(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(END);
  }

  static @Nullable Instant stored(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Checks a value in a query, which belongs to no column. */
  public static void checkParameter(@Nullable Object value) {
    boolean bad =
        (value instanceof String text && !isWellFormed(text))
            || (value instanceof Instant instant && !isInRange(instant));
    if (bad) {
      throw ModelFailure.invalid();
    }
  }

  static void checkText(String table, String column, @Nullable String text, int least, int most) {
    if (text == null) {
      return;
    }
    if (!isWellFormed(text)) {
      throw ModelFailure.invalid(table, column, null);
    }
    int length = length(text);
    if (length < least || length > most) {
      throw ModelFailure.invalid(table, column, "ck_" + table + "_" + column + "_length");
    }
  }

  static void checkInstant(String table, String column, @Nullable Instant instant) {
    if (instant != null && !isInRange(instant)) {
      throw ModelFailure.invalid(table, column, null);
    }
  }
}
