package dev.taskstore.liquibase.sqlite.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day, or both with or without an offset, as PostgreSQL reads them from ISO text.
 *
 * @param date the date, or null
 * @param time the time of day, or null
 * @param offset the offset, or null
 */
record TimeText(@Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4,6})-(\\d{1,2})-(\\d{1,2})(?:[Tt]|\\s+|$)");

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
              + "\\s*(?:([Zz]|UTC|GMT)|([+-])(\\d{2}):?(\\d{2})?)?");

  private static final int NANO_DIGITS = 9;

  /**
   * Returns what a value of a changelog contains. Liquibase reads dates in the zone of the process.
   */
  static TimeText of(Object value, String type) {
    if (value instanceof java.sql.Date day) {
      return new TimeText(day.toLocalDate(), null, null);
    }
    if (value instanceof java.sql.Time time) {
      return new TimeText(null, time.toLocalTime(), null);
    }
    if (value instanceof Date date) {
      LocalDateTime local = Literals.localOf(date);
      return new TimeText(local.toLocalDate(), local.toLocalTime(), null);
    }
    try {
      return value instanceof Boolean ? fail(type) : parse(Literals.textOf(value).strip(), type);
    } catch (DateTimeException e) {
      return fail(type);
    }
  }

  private static TimeText parse(String text, String type) {
    LocalDate day = null;
    String rest = text;
    Matcher date = DATE.matcher(text);
    if (date.lookingAt()) {
      day = LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)));
      rest = text.substring(date.end());
      if (rest.isEmpty()) {
        return new TimeText(day, null, null);
      }
    }
    Matcher time = TIME.matcher(rest);
    if (!time.matches()) {
      return fail(type);
    }
    LocalTime timeOfDay =
        LocalTime.of(
            number(time.group(1)),
            number(time.group(2)),
            number(time.group(3)),
            nanos(time.group(4)));
    return new TimeText(day, timeOfDay, offset(time));
  }

  private static @Nullable ZoneOffset offset(Matcher time) {
    if (time.group(5) != null) {
      return ZoneOffset.UTC;
    }
    if (time.group(6) == null) {
      return null;
    }
    int minutes = number(time.group(7)) * 60 + number(time.group(8));
    return ZoneOffset.ofTotalSeconds((time.group(6).equals("-") ? -minutes : minutes) * 60);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : number(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static TimeText fail(String type) {
    throw new InvalidValueException(
        "the value is not a " + type + "; write ISO 8601, for example 2024-05-06T07:08:09");
  }
}
