package dev.taskstore.examples.console;

import dev.taskstore.examples.formats.TodoItem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads due times as people write them: a day, optionally followed by a time of day, or an instant
 * with an offset. Words are English and may be written in any case.
 *
 * <p>Days and times are those of the clock's zone. A day without a time ends at its last second.
 */
final class DueTime {

  /** The forms, for messages and help texts. */
  static final String FORMS =
      "today, tomorrow, a weekday, +3d, +2w, +1m or 2026-12-31, optionally followed by a time"
          + " (17:00); or 2026-12-31T17:00:00+01:00";

  private static final Pattern OFFSET = Pattern.compile("\\+([0-9]{1,5})([dwmy])");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("(\\S+?)(?:(?:\\s+|(?<=\\d)[tT])(\\S+))?");
  private static final int ABBREVIATION = 3;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:mm[:ss]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private DueTime() {}

  /**
   * Reads a due time.
   *
   * @param text the text
   * @param clock the clock, in the zone of the user
   * @return the instant
   * @throws DateTimeException if the text is not a due time
   */
  static Instant parse(String text, Clock clock) {
    String word = text.strip();
    if (word.matches("\\d{4}-.*[tT].*([zZ]|[+-]\\d{2}(:?\\d{2})?)")) {
      return OffsetDateTime.parse(word).toInstant();
    }
    Matcher matcher = DAY_AND_TIME.matcher(word);
    if (!matcher.matches()) {
      throw new DateTimeException("no day");
    }
    ZoneId zone = clock.getZone();
    LocalDate day = day(matcher.group(1).toLowerCase(Locale.ROOT), LocalDate.now(clock));
    return matcher.group(2) == null
        ? TodoItem.endOf(day, zone)
        : day.atTime(LocalTime.parse(matcher.group(2), TIME)).atZone(zone).toInstant();
  }

  private static LocalDate day(String word, LocalDate today) {
    Matcher offset = OFFSET.matcher(word);
    if (offset.matches()) {
      return today.plus(Long.parseLong(offset.group(1)), unit(offset.group(2)));
    }
    return switch (word) {
      case "today" -> today;
      case "tomorrow" -> today.plusDays(1);
      default ->
          Arrays.stream(DayOfWeek.values())
              .filter(weekday -> isName(word, weekday))
              .findFirst()
              .map(weekday -> today.with(TemporalAdjusters.next(weekday)))
              .orElseGet(() -> LocalDate.parse(word));
    };
  }

  private static boolean isName(String word, DayOfWeek weekday) {
    String name = weekday.name().toLowerCase(Locale.ROOT);
    return word.equals(name) || word.equals(name.substring(0, ABBREVIATION));
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "d" -> ChronoUnit.DAYS;
      case "w" -> ChronoUnit.WEEKS;
      case "m" -> ChronoUnit.MONTHS;
      default -> ChronoUnit.YEARS;
    };
  }
}
