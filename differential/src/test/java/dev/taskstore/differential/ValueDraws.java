package dev.taskstore.differential;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws values that are close to each other, and states how they are stored and ordered. */
final class ValueDraws {

  private static final List<LocalDateTime> TIMES =
      List.of(
          LocalDateTime.parse("1969-12-31T23:59:59.999"),
          LocalDateTime.parse("1970-01-01T00:00:00"),
          // Some time zones skip the first of these times and repeat the second.
          LocalDateTime.parse("2026-03-29T02:30:00"),
          LocalDateTime.parse("2026-03-29T03:30:00"),
          LocalDateTime.parse("2026-10-25T02:30:00"),
          LocalDateTime.parse("9999-12-31T23:59:58"));

  private static final List<String> TEXTS = List.of("", "a", "ab", "b", "\u00e9", "\uD83D\uDE80");
  private static final List<String> ENDS = List.of("", " ", "  ", "\t", "\t ");

  private ValueDraws() {}

  static LocalDateTime timestamp(Random random) {
    long nanos = random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000);
    return draw(random, TIMES).plusNanos(nanos / (random.nextBoolean() ? 1 : 1_000_000));
  }

  static double floatingPoint(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> small(random);
      case 1 -> random.nextGaussian() * Math.scalb(1.0, random.nextInt(2_000) - 1_000);
      case 2 -> Math.nextUp(small(random));
      default -> random.nextBoolean() ? 0.0 : -0.0;
    };
  }

  static double small(Random random) {
    return (random.nextInt(9) - 4) / 10.0;
  }

  static BigDecimal decimal(Random random) {
    BigInteger unscaled = new BigInteger(random.nextInt(126), random);
    BigInteger near = BigInteger.valueOf(random.nextInt(600) - 300L);
    BigInteger value = random.nextBoolean() ? near : unscaled;
    return new BigDecimal(random.nextBoolean() ? value : value.negate(), 10);
  }

  /** Draws a fraction of 18 digits, of which few have a sum that fits into 64 bits. */
  static BigDecimal fraction(Random random) {
    return BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000_000_000L, 18);
  }

  static long integer(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(9) - 4L;
      case 1 -> random.nextLong();
      default -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE - random.nextInt(2);
    };
  }

  static String text(Random random) {
    return draw(random, TEXTS) + draw(random, ENDS);
  }

  private static <T> T draw(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  static LocalDateTime truncated(LocalDateTime value, int unit) {
    return value.withNano(value.get(ChronoField.NANO_OF_SECOND) / unit * unit);
  }

  static String withoutTrailingBlanks(String value) {
    return value.replaceAll(" +$", "");
  }

  static int compareCodePoints(String left, String right) {
    int[] one = left.codePoints().toArray();
    int[] other = right.codePoints().toArray();
    return Arrays.compare(one, other);
  }
}
