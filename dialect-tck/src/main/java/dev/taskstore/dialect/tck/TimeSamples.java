package dev.taskstore.dialect.tck;

import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.dialect.tck.ValueTable.Samples;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Sample values of timestamps without a time zone, and of times with fewer fractional digits. */
final class TimeSamples {

  static final Samples<LocalDateTime> TIMESTAMP =
      Samples.of(
              LocalDateTime.parse("2026-02-28T12:30:45"),
              ValueLimits.MIN_TIMESTAMP,
              LocalDateTime.parse("1582-10-10T00:00:00"),
              LocalDateTime.parse("1969-12-31T23:59:59.999999"),
              LocalDateTime.parse("1970-01-01T00:00:00"),
              // A time that some time zones skip, and one that they repeat.
              LocalDateTime.parse("2026-03-29T02:30:00"),
              LocalDateTime.parse("2026-10-25T02:30:00.000001"),
              ValueLimits.MAX_TIMESTAMP)
          .refusing(
              List.of(
                  ValueLimits.MIN_TIMESTAMP.minusNanos(1),
                  ValueLimits.MAX_TIMESTAMP.plusNanos(1_000),
                  LocalDateTime.MIN,
                  LocalDateTime.MAX))
          .writtenAs(
              Map.of(
                  LocalDateTime.parse("2026-01-01T00:00:00.000000999"),
                  LocalDateTime.parse("2026-01-01T00:00:00"),
                  LocalDateTime.parse("1969-12-31T23:59:59.999999999"),
                  LocalDateTime.parse("1969-12-31T23:59:59.999999")));

  static final Samples<Instant> MILLI =
      Samples.of(
              Instant.parse("2026-02-28T12:30:45Z"),
              ValueLimits.MIN_INSTANT,
              Instant.parse("1969-12-31T23:59:59.999Z"),
              Instant.EPOCH,
              Instant.parse("1970-01-01T00:00:00.001Z"),
              Instant.parse("9999-12-31T23:59:59.999Z"))
          .refusing(
              List.of(
                  ValueLimits.MIN_INSTANT.minusNanos(1), ValueLimits.MAX_INSTANT.plusSeconds(1)))
          .writtenAs(
              Map.of(
                  ValueLimits.MAX_INSTANT,
                  Instant.parse("9999-12-31T23:59:59.999Z"),
                  Instant.parse("1969-12-31T23:59:59.9995Z"),
                  Instant.parse("1969-12-31T23:59:59.999Z"),
                  Instant.parse("2026-01-01T00:00:00.0009Z"),
                  Instant.parse("2026-01-01T00:00:00Z")));

  static final Samples<LocalDateTime> CENTI =
      Samples.of(
              LocalDateTime.parse("2026-02-28T12:30:45.25"),
              ValueLimits.MIN_TIMESTAMP,
              LocalDateTime.parse("1969-12-31T23:59:59.99"),
              LocalDateTime.parse("1970-01-01T00:00:00"),
              LocalDateTime.parse("9999-12-31T23:59:59.99"))
          .refusing(List.of(ValueLimits.MAX_TIMESTAMP.plusNanos(1_000)))
          .writtenAs(
              Map.of(
                  ValueLimits.MAX_TIMESTAMP,
                  LocalDateTime.parse("9999-12-31T23:59:59.99"),
                  LocalDateTime.parse("2026-01-01T00:00:00.015"),
                  LocalDateTime.parse("2026-01-01T00:00:00.01")));

  static final Samples<LocalTime> SECOND =
      Samples.of(
              LocalTime.parse("12:34:56"),
              LocalTime.MIDNIGHT,
              LocalTime.parse("00:00:01"),
              LocalTime.NOON,
              LocalTime.parse("23:59:59"))
          .writtenAs(
              Map.of(
                  LocalTime.MAX,
                  LocalTime.parse("23:59:59"),
                  LocalTime.parse("01:02:03.5"),
                  LocalTime.parse("01:02:03")));

  private TimeSamples() {}
}
