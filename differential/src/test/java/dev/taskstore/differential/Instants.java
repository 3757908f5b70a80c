package dev.taskstore.differential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Instants, including those at and beyond the limits. */
final class Instants {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00.123456Z");

  private static final List<Instant> NOTABLE =
      List.of(
          Instant.EPOCH,
          Instant.EPOCH.minusNanos(1),
          Instant.EPOCH.minusNanos(1_000),
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("0001-01-01T00:00:00.000001Z"),
          Instant.parse("1582-10-10T12:00:00Z"),
          Instant.parse("1883-11-18T12:03:58.5Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2038-01-19T03:14:08Z"),
          Instant.parse("9999-12-31T23:59:59.999999Z"),
          Instant.parse("9999-12-31T23:59:59.999999999Z"));

  private static final List<Instant> BEYOND =
      List.of(
          Instant.parse("0000-12-31T23:59:59.999999999Z"),
          Instant.parse("-0001-01-01T00:00:00Z"),
          Instant.parse("+10000-01-01T00:00:00Z"),
          Instant.MIN,
          Instant.MAX);

  private Instants() {}

  static Instant draw(Draw draw) {
    if (draw.chance(1)) {
      return draw.pick(BEYOND);
    }
    return drawNow(draw);
  }

  static Instant drawNow(Draw draw) {
    if (draw.chance(10)) {
      return draw.pick(NOTABLE);
    }
    return START
        .plus(draw.between(-3, 3), draw.pick(List.of(ChronoUnit.MICROS, ChronoUnit.MILLIS)))
        .plusSeconds(draw.between(-1, 1))
        .plusNanos(draw.pick(List.of(0, 1, 499, 500, 999)));
  }
}
