package dev.taskstore.db.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The limits of values that every dialect stores. */
public final class ValueLimits {

  /** The earliest instant: the beginning of year 1. */
  public static final Instant MIN_INSTANT = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest instant: the last microsecond of year 9999. */
  public static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** The earliest date. */
  public static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);

  /** The latest date. */
  public static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

  /** The earliest timestamp without a time zone. */
  public static final LocalDateTime MIN_TIMESTAMP = LocalDateTime.of(1, 1, 1, 0, 0);

  /** The latest timestamp without a time zone: the last microsecond of year 9999. */
  public static final LocalDateTime MAX_TIMESTAMP =
      LocalDateTime.parse("9999-12-31T23:59:59.999999");

  /** The maximum number of bytes of binary data: 64 MiB. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  /** The maximum number of UTF-16 code units of a JSON text: 16 Mi. */
  public static final int MAX_JSON_LENGTH = 16 * 1024 * 1024;

  /** The maximum nesting depth of the arrays and objects of a JSON text. */
  public static final int MAX_JSON_DEPTH = 512;

  private ValueLimits() {}
}
