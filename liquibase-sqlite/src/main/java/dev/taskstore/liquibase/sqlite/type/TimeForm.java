package dev.taskstore.liquibase.sqlite.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/**
 * Types of date and time, as INTEGER.
 *
 * @param type the type
 * @param digits the number of digits of the fraction of a second
 */
record TimeForm(Type type, int digits) implements ValueForm {

  static final int MAX_DIGITS = 6;

  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

  private static final long YEAR_2000 = 946_684_800 * MICROS_PER_SECOND;

  /** Milliseconds since 1970: the finest clock of SQLite. */
  private static final String MILLIS = "CAST(round(unixepoch('now', 'subsec') * 1000) AS INTEGER)";

  /** The types, with the range of the years 1 to 9999. */
  enum Type {
    INSTANT("timestamp with time zone", -62_135_596_800_000_000L, 253_402_300_799_999_999L),
    LOCAL("timestamp", -62_135_596_800_000_000L, 253_402_300_799_999_999L),
    DATE("date", -719_162, 2_932_896),
    TIME("time", 0, MICROS_PER_DAY - 1);

    private final String text;
    private final long min;
    private final long max;

    Type(String text, long min, long max) {
      this.text = text;
      this.min = min;
      this.max = max;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public String storage() {
    return "INTEGER";
  }

  @Override
  public List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit("range", column -> column + " BETWEEN " + type.min + " AND " + type.max));
    if (type != Type.DATE && digits < MAX_DIGITS) {
      limits.add(new Limit("precision", column -> column + " % " + unit() + " = 0"));
    }
    return List.copyOf(limits);
  }

  @Override
  public String literal(Object value) {
    TimeText text = TimeText.of(value, type.text);
    long stored =
        switch (type) {
          case DATE -> date(text).toEpochDay();
          case TIME -> rounded(LocalDate.EPOCH, time(text));
          case LOCAL -> rounded(date(text), orMidnight(text));
          case INSTANT -> instant(text);
        };
    if (stored < type.min || stored > type.max) {
      throw new InvalidValueException(
          "the value is out of the range of " + type + " in the years 1 to 9999");
    }
    return Long.toString(stored);
  }

  @Override
  public String now(CurrentTime function) {
    String millis = digits == 0 ? "unixepoch('now') * 1000" : MILLIS;
    return switch (type) {
      case DATE -> "unixepoch('now') / 86400";
      case TIME -> "(" + millis + ") % 86400000 * 1000";
      case LOCAL, INSTANT ->
          function == CurrentTime.DATE
              ? "unixepoch('now') / 86400 * " + MICROS_PER_DAY
              : "(" + millis + ") * 1000";
    };
  }

  @Override
  public boolean isConverted() {
    return true;
  }

  private long instant(TimeText text) {
    long micros = rounded(date(text), orMidnight(text));
    ZoneOffset offset = text.offset();
    return offset == null ? micros : micros - offset.getTotalSeconds() * MICROS_PER_SECOND;
  }

  private LocalDate date(TimeText text) {
    LocalDate date = text.date();
    if (date == null) {
      throw new InvalidValueException("the value has no date, as " + type + " requires");
    }
    return date;
  }

  private LocalTime time(TimeText text) {
    LocalTime time = text.time();
    if (time == null) {
      throw new InvalidValueException("the value has no time of day, as " + type + " requires");
    }
    return time;
  }

  private static LocalTime orMidnight(TimeText text) {
    LocalTime time = text.time();
    return time == null ? LocalTime.MIDNIGHT : time;
  }

  /**
   * Returns the microseconds, rounded to the precision of the type as PostgreSQL does: half to even
   * at microseconds, then half away from the year 2000 or from midnight.
   */
  private long rounded(LocalDate date, LocalTime time) {
    LocalDateTime local = LocalDateTime.of(date, time);
    BigDecimal fraction =
        BigDecimal.valueOf(local.get(ChronoField.NANO_OF_SECOND), 3)
            .setScale(0, RoundingMode.HALF_EVEN);
    long micros =
        local.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + fraction.longValueExact();
    long origin = type == Type.TIME ? 0 : YEAR_2000;
    BigDecimal units =
        BigDecimal.valueOf(micros - origin)
            .divide(BigDecimal.valueOf(unit()), 0, RoundingMode.HALF_UP);
    return units.longValueExact() * unit() + origin;
  }

  /** Returns the microseconds of the last digit. */
  private long unit() {
    long unit = 1;
    for (int digit = digits; digit < MAX_DIGITS; digit++) {
      unit *= 10;
    }
    return unit;
  }
}
