package dev.taskstore.examples.web.task;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Condition;

/** When the tasks of a list are due. */
public enum DueFilter {
  /** In the past, and not completed. */
  OVERDUE("Overdue"),
  /** On the present day. */
  TODAY("Today"),
  /** On the present day or one of the six days after it. */
  WEEK("Within a week"),
  /** Without a due date. */
  NONE("No date");

  private static final int DAYS_OF_WEEK = 7;

  private final String label;

  DueFilter(String label) {
    this.label = label;
  }

  /**
   * Returns the text for people.
   *
   * @return the label
   */
  public String label() {
    return label;
  }

  /**
   * Returns the text of the parameter.
   *
   * @return the name in URLs
   */
  public String urlName() {
    return UrlNames.of(this);
  }

  Condition condition(Clock clock, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return switch (this) {
      case OVERDUE ->
          TASKS.DUE_AT.lessThan(clock.instant()).and(TASKS.STATUS.ne(TaskStatus.COMPLETED));
      case TODAY -> between(today, 1, zone);
      case WEEK -> between(today, DAYS_OF_WEEK, zone);
      case NONE -> TASKS.DUE_AT.isNull();
    };
  }

  private static Condition between(LocalDate first, int days, ZoneId zone) {
    Instant start = first.atStartOfDay(zone).toInstant();
    Instant end = first.plusDays(days).atStartOfDay(zone).toInstant();
    return TASKS.DUE_AT.greaterOrEqual(start).and(TASKS.DUE_AT.lessThan(end));
  }
}
