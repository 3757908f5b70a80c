package dev.taskstore.examples.web.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a task is due, for people. A task that is due on a day is due at the end of this day in the
 * time zone of the user.
 *
 * @param date the day, for {@code <time>}
 * @param text such as "Tomorrow", "Friday" or "3 Dec"
 * @param overdue whether it is in the past and the task is open
 */
public record DueDay(LocalDate date, String text, boolean overdue) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final int DAYS_OF_WEEK = 7;

  static @Nullable DueDay of(@Nullable Instant dueAt, boolean completed, Clock clock, ZoneId zone) {
    if (dueAt == null) {
      return null;
    }
    LocalDateTime due = LocalDateTime.ofInstant(dueAt, zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String day = day(due.toLocalDate(), today);
    String time = dueAt.equals(end(due.toLocalDate(), zone)) ? "" : " " + TIME.format(due);
    return new DueDay(due.toLocalDate(), day + time, !completed && dueAt.isBefore(clock.instant()));
  }

  private static String day(LocalDate due, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, due);
    if (days == 0) {
      return "Today";
    }
    if (days == 1) {
      return "Tomorrow";
    }
    if (days == -1) {
      return "Yesterday";
    }
    if (days > 1 && days < DAYS_OF_WEEK) {
      return due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    return (due.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(due);
  }

  /** Returns the last microsecond of a day. */
  static Instant end(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS).atZone(zone).toInstant();
  }
}
