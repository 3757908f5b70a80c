package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Durations, truncated to microseconds and stored as a number of microseconds. */
final class DurationCodec extends StoredCodec<Long, Duration, Long> {

  private static final long serialVersionUID = 1L;

  private static final int NANOS_PER_MICROSECOND = 1_000;
  private static final long MICROSECONDS_PER_SECOND = 1_000_000;
  private static final Duration MINIMUM = fromMicroseconds(Long.MIN_VALUE);
  private static final Duration MAXIMUM = fromMicroseconds(Long.MAX_VALUE);

  DurationCodec() {
    super(Long.class, Duration.class, StoredType.BIGINT, "A duration");
  }

  private static Duration fromMicroseconds(long count) {
    return Duration.of(count, ChronoUnit.MICROS);
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, Duration value) {
    Duration whole = normalize(value);
    if (whole.compareTo(MINIMUM) < 0 || whole.compareTo(MAXIMUM) > 0) {
      throw outOfRange(subject);
    }
  }

  private static RuntimeException outOfRange(ValidationSubject subject) {
    return subject.invalid("must be a duration from " + MINIMUM + " to " + MAXIMUM);
  }

  @Override
  public Duration normalize(Duration value) {
    int excess = value.toNanosPart() % NANOS_PER_MICROSECOND;
    return excess == 0 ? value : value.minusNanos(excess);
  }

  @Override
  public void write(RowWriter row, @Nullable Duration value) throws SQLException {
    row.bigint(value == null ? null : encode(value));
  }

  @Override
  public @Nullable Duration read(RowReader row, int column) throws SQLException {
    Long count = row.bigint(column);
    return count == null ? null : decode(count);
  }

  /** Computes the smallest duration too without an overflow. */
  @Override
  Long encode(Duration value) {
    long seconds = value.getSeconds();
    long microseconds = value.getNano() / NANOS_PER_MICROSECOND;
    if (seconds < 0) {
      seconds++;
      microseconds -= MICROSECONDS_PER_SECOND;
    }
    try {
      return Math.addExact(Math.multiplyExact(seconds, MICROSECONDS_PER_SECOND), microseconds);
    } catch (ArithmeticException e) {
      throw outOfRange(parameter());
    }
  }

  @Override
  Duration decode(Long stored) {
    return fromMicroseconds(stored);
  }

  @Override
  Long toDatabase(Duration value) {
    return encode(normalize(value));
  }

  @Override
  Duration fromDatabase(Long value) {
    return decode(value);
  }
}
