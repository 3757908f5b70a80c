package dev.taskstore.testdata.schema;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.testdata.random.TimeOrderedIds;
import dev.taskstore.transfer.rows.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Selects the values of columns from their types and restrictions: plausible ones, and as many as a
 * key requires. Immutable and thread-safe.
 */
final class Domains {

  private static final Duration SPAN = Duration.ofDays(730);
  private static final long PLAUSIBLE_NUMBERS = 10_000;
  private static final long DAYS = 20_000;
  private static final long VERSIONS = 10;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int BINARY_LENGTH = 8;
  private static final int HUNDREDTHS = 2;
  private static final long FLOATING_LIMIT = 10_000_000;

  private final long seed;
  private final Instant from;
  private final Instant until;

  /**
   * Creates the domains of a load.
   *
   * @param seed the seed of the data
   * @param until the end of the two years from which times are drawn
   */
  Domains(long seed, Instant until) {
    this.seed = seed;
    this.from = until.minus(SPAN);
    this.until = until;
  }

  /**
   * Selects the values of a column.
   *
   * @param table the name of the table
   * @param column the column
   * @param restriction what checks state about the column
   * @param required the number of different values that are useful; there may be fewer
   */
  Domain of(String table, Column column, Restriction restriction, long required) {
    List<Object> allowed = restriction.allowed();
    if (allowed != null) {
      return list(convert(column, allowed));
    }
    return switch (column.type()) {
      case TEXT, CHARACTER, ENUM -> TextDomain.of(column.name(), restriction);
      case JSON, JSONB -> json();
      case UUID -> ids(table + "." + column.name());
      case INSTANT -> instants(column, restriction);
      case DATE -> dates(restriction);
      case TIME -> times(column, restriction);
      case BOOLEAN -> list(List.of(false, true));
      case DECIMAL, LARGE_DECIMAL -> decimals(column, restriction, required);
      case DOUBLE, REAL -> floatingPoint(column, restriction, required);
      case TIMESTAMP -> timestamps(column, restriction);
      case BYTES -> bytes(restriction);
      case BIGINT -> integers(column, restriction, required, Long.MIN_VALUE, Long.MAX_VALUE);
      case INTEGER -> integers(column, restriction, required, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case SMALLINT -> integers(column, restriction, required, Short.MIN_VALUE, Short.MAX_VALUE);
    };
  }

  private static Domain list(List<Object> values) {
    return new Domain(values.size(), number -> values.get((int) number));
  }

  /** Literals in the class of the column's values; those that do not fit are left out. */
  static List<Object> convert(Column column, List<Object> literals) {
    List<Object> values = new ArrayList<>();
    for (Object literal : literals) {
      Object value = Values.comparable(literal);
      if (value instanceof BigDecimal number) {
        convert(column, number, values);
      } else if (column.type() == ValueType.TIMESTAMP && value instanceof Instant instant) {
        values.add(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      } else if (fits(column, value)) {
        values.add(value);
      }
    }
    return values;
  }

  private static boolean fits(Column column, Object value) {
    return switch (column.type()) {
      case TEXT, CHARACTER, ENUM, JSON, JSONB -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case INSTANT -> value instanceof Instant;
      case DATE -> value instanceof LocalDate;
      case TIME -> value instanceof LocalTime;
      default -> false;
    };
  }

  private static void convert(Column column, BigDecimal number, List<Object> values) {
    try {
      switch (column.type()) {
        case BIGINT -> values.add(number.longValueExact());
        case INTEGER -> values.add(number.intValueExact());
        case SMALLINT -> values.add(number.shortValueExact());
        case DOUBLE -> values.add(number.doubleValue());
        case REAL -> values.add(number.floatValue());
        case DECIMAL, LARGE_DECIMAL ->
            values.add(number.setScale(column.scale(), RoundingMode.UNNECESSARY));
        default -> {}
      }
    } catch (ArithmeticException e) {
      return; // The literal is not a value of the column.
    }
  }

  private static Domain json() {
    return new Domain(Long.MAX_VALUE, PLAUSIBLE_NUMBERS, number -> "{\"number\": " + number + "}");
  }

  /** Identifiers of version 7: the position is in the identifier, its time is plausible. */
  private Domain ids(String series) {
    long seconds = SPAN.toSeconds();
    return new Domain(
        TimeOrderedIds.POSITIONS,
        number -> TimeOrderedIds.id(from.plusSeconds(number % seconds), seed, series, number));
  }

  private Domain instants(Column column, Restriction restriction) {
    Instant low = restriction.minimum() instanceof Instant limit ? limit : from;
    Instant high = restriction.maximum() instanceof Instant limit ? limit : until;
    if (low.isAfter(high)) { // One limit is outside of the plausible time.
      if (restriction.minimum() instanceof Instant) {
        high = earlier(low.plus(SPAN), ValueLimits.MAX_INSTANT);
      } else {
        low = high.minus(SPAN);
      }
    }
    long unit = column.microsPerUnit();
    Instant first =
        ceiling(low.plus(restriction.excludesMinimum() ? 1 : 0, ChronoUnit.MICROS), unit);
    long last = first.until(high, ChronoUnit.MICROS) - (restriction.excludesMaximum() ? 1 : 0);
    return new Domain(
        Math.floorDiv(last, unit) + 1, number -> first.plus(number * unit, ChronoUnit.MICROS));
  }

  /** Returns the first instant from another one on that is a multiple of a unit of a second. */
  private static Instant ceiling(Instant value, long unit) {
    long excess = value.get(ChronoField.MICRO_OF_SECOND) % unit;
    return excess == 0 ? value : value.plus(unit - excess, ChronoUnit.MICROS);
  }

  /** Literals of timestamps are compared as instants of UTC. */
  private Domain timestamps(Column column, Restriction restriction) {
    Domain instants = instants(column, restriction);
    return new Domain(
        instants.size(),
        number -> LocalDateTime.ofInstant((Instant) instants.value(number), ZoneOffset.UTC));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Domain dates(Restriction restriction) {
    LocalDate today = LocalDate.ofEpochDay(until.getEpochSecond() / SECONDS_PER_DAY);
    LocalDate low =
        restriction.minimum() instanceof LocalDate limit
            ? limit.plusDays(restriction.excludesMinimum() ? 1 : 0)
            : null;
    LocalDate high =
        restriction.maximum() instanceof LocalDate limit
            ? limit.minusDays(restriction.excludesMaximum() ? 1 : 0)
            : null;
    long last = high != null ? high.toEpochDay() : today.toEpochDay();
    long first = low != null ? low.toEpochDay() : last - DAYS;
    if (high == null && first > last) {
      last = Math.min(first + DAYS, ValueLimits.MAX_DATE.toEpochDay());
    }
    return new Domain(last - first + 1, number -> LocalDate.ofEpochDay(first + number));
  }

  private static Domain times(Column column, Restriction restriction) {
    long low =
        restriction.minimum() instanceof LocalTime limit
            ? micros(limit) + (restriction.excludesMinimum() ? 1 : 0)
            : 0;
    long high =
        restriction.maximum() instanceof LocalTime limit
            ? micros(limit) - (restriction.excludesMaximum() ? 1 : 0)
            : SECONDS_PER_DAY * MICROS_PER_SECOND - 1;
    long unit = column.microsPerUnit();
    long first = Math.floorDiv(low + unit - 1, unit) * unit;
    long seconds = Math.floorDiv(high - first, MICROS_PER_SECOND) + 1;
    return new Domain(
        high < first ? 0 : seconds,
        number -> LocalTime.ofNanoOfDay((first + number * MICROS_PER_SECOND) * 1_000));
  }

  private static long micros(LocalTime time) {
    return time.toNanoOfDay() / 1_000;
  }

  private static Domain decimals(Column column, Restriction restriction, long required) {
    int digits = Math.min(column.precision(), Decimals.MAX_LONG_PRECISION);
    long limit = BigDecimal.ONE.scaleByPowerOfTen(digits).longValueExact() - 1;
    Range range = range(restriction, column.scale(), required, -limit, limit);
    return new Domain(
        range.size(), number -> BigDecimal.valueOf(range.low + number, column.scale()));
  }

  /** Hundredths, which have different values in 32 bits too. */
  private static Domain floatingPoint(Column column, Restriction restriction, long required) {
    Range range = range(restriction, HUNDREDTHS, required, -FLOATING_LIMIT, FLOATING_LIMIT);
    return new Domain(
        range.size(),
        number -> {
          BigDecimal value = BigDecimal.valueOf(range.low + number, HUNDREDTHS);
          return column.type() == ValueType.REAL
              ? (Object) value.floatValue()
              : (Object) value.doubleValue();
        });
  }

  private static Domain integers(
      Column column, Restriction restriction, long required, long lowest, long highest) {
    if (column.isIdentity()) {
      return new Domain(highest, number -> integer(column, number + 1));
    }
    Range range =
        range(
            restriction,
            0,
            column.name().equals("version") ? Math.min(required, VERSIONS) : required,
            lowest,
            highest);
    return new Domain(range.size(), number -> integer(column, range.low + number));
  }

  private static Object integer(Column column, long value) {
    return switch (column.type()) {
      case SMALLINT -> (Object) (short) value;
      case INTEGER -> (int) value;
      default -> value;
    };
  }

  private record Range(long low, long high) {
    long size() {
      long size = high - low + 1;
      return low > high ? 0 : size > 0 ? size : Long.MAX_VALUE;
    }
  }

  /** Plausible numbers: small ones that are not negative where the limits allow it. */
  private static Range range(
      Restriction restriction, int scale, long required, long lowest, long highest) {
    long low = Math.max(lowest, restriction.minimum(scale, lowest));
    long high = Math.min(highest, restriction.maximum(scale, highest));
    long scaled =
        BigDecimal.ONE.scaleByPowerOfTen(scale).min(BigDecimal.valueOf(10_000)).longValue();
    long span = Math.max(Math.min(PLAUSIBLE_NUMBERS, Math.max(required, 10)) * scaled, required);
    long first = Math.max(low, Math.min(0, high));
    long last = high - first < span && high - first >= 0 ? high : first + span - 1;
    if (last - first + 1 < required && low < first) {
      first = Math.max(low, last - required + 1 < last ? last - required + 1 : low);
    }
    return new Range(first, last);
  }

  private static Domain bytes(Restriction restriction) {
    int length =
        Math.max(restriction.minimumLength(), Math.min(restriction.maximumLength(), BINARY_LENGTH));
    if (length > restriction.maximumLength()) {
      return new Domain(0, number -> Bytes.of(new byte[0]));
    }
    long size = length >= BINARY_LENGTH ? Long.MAX_VALUE : 1L << (Byte.SIZE * length);
    return new Domain(
        size,
        number -> {
          byte[] all = ByteBuffer.allocate(BINARY_LENGTH).putLong(number).array();
          return Bytes.of(
              length >= BINARY_LENGTH
                  ? Arrays.copyOf(all, length)
                  : Arrays.copyOfRange(all, BINARY_LENGTH - length, BINARY_LENGTH));
        });
  }
}
