package dev.taskstore.testdata;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The working hours of two years before an instant and of the time after it: Monday to Friday, 8 to
 * 18 o'clock in UTC. Positions are microseconds of working time; a later position is a later
 * instant. Immutable and thread-safe.
 */
final class WorkingTime {

  /** The working time of a day. */
  static final long DAY = Duration.ofHours(10).toNanos() / 1_000;

  private static final int WEEKS = 104;
  private static final int WORKDAYS = 5;
  private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);

  private final LocalDate firstMonday;
  private final long length;

  WorkingTime(Instant until) {
    LocalDateTime end = LocalDateTime.ofInstant(until, ZoneOffset.UTC);
    this.firstMonday =
        end.toLocalDate()
            .minusWeeks(WEEKS)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    this.length = position(end);
  }

  private long position(LocalDateTime time) {
    long days = ChronoUnit.DAYS.between(firstMonday, time.toLocalDate());
    long weekday = days % 7;
    if (weekday >= WORKDAYS) {
      return (days / 7 + 1) * WORKDAYS * DAY;
    }
    long sinceStart = START_OF_WORK.until(time.toLocalTime(), ChronoUnit.MICROS);
    return (days / 7 * WORKDAYS + weekday) * DAY + Math.min(Math.max(sinceStart, 0), DAY);
  }

  /** Returns the working time before the instant: the positions from 0 to this are before it. */
  long length() {
    return length;
  }

  /** Returns the instant at a position. */
  Instant at(long position) {
    long day = Math.floorDiv(position, DAY);
    return firstMonday
        .plusWeeks(Math.floorDiv(day, WORKDAYS))
        .plusDays(Math.floorMod(day, WORKDAYS))
        .atTime(START_OF_WORK)
        .plus(Math.floorMod(position, DAY), ChronoUnit.MICROS)
        .toInstant(ZoneOffset.UTC);
  }

  /** Returns the end of work on the day of a position. */
  Instant endOfDay(long position) {
    return at(Math.floorDiv(position, DAY) * DAY).plus(Duration.ofHours(10));
  }
}
