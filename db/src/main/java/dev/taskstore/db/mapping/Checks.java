package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The checks that input passes before any database sees it. Stateless. */
public final class Checks {

  /** The earliest instant that can be stored: the beginning of year 1. */
  public static final Instant MIN_INSTANT = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest instant that can be stored: the last microsecond of year 9999. */
  public static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** The earliest date that can be stored. */
  public static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);

  /** The latest date that can be stored. */
  public static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

  /** The greatest number of bytes of binary data: 64 MiB. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  /** The greatest number of UTF-16 code units of a JSON text: 16 Mi. */
  public static final int MAX_JSON_LENGTH = 16 * 1024 * 1024;

  /** How deep the arrays and objects of a JSON text may be nested. */
  public static final int MAX_JSON_DEPTH = 512;

  private Checks() {}

  /**
   * Checks a text against the limits of its column.
   *
   * @param column the column
   * @param value the text; null passes
   * @param min the least number of code points
   * @param max the greatest number of code points
   * @param constraint the name of the constraint that sets the limits, or null
   * @throws InvalidArgumentException when the text is too short, too long, or holds a NUL character
   *     or a lone surrogate
   */
  public static void text(
      TableField<?, ?> column,
      @Nullable String value,
      int min,
      int max,
      @Nullable String constraint) {
    if (value == null) {
      return;
    }
    InputRules.text(describe(column), value, context(column, null));
    length(column, value.codePointCount(0, value.length()), min, max, "code points", constraint);
  }

  private static void length(
      TableField<?, ?> column,
      int length,
      int min,
      int max,
      String unit,
      @Nullable String constraint) {
    if (length < min || length > max) {
      throw new InvalidArgumentException(
          describe(column)
              + " must have "
              + (min == 0 ? "at most " : min + " to ")
              + max
              + " "
              + unit
              + " but has "
              + length
              + (constraint == null ? "" : " (" + constraint + ")")
              + ".",
          context(column, constraint));
    }
  }

  /**
   * Checks binary data against the limits of its column.
   *
   * @param column the column
   * @param value the bytes; null passes
   * @param min the least number of bytes
   * @param max the greatest number of bytes; {@link #MAX_BYTES} is the limit of every column
   * @param constraint the name of the constraint that sets the limits, or null
   * @throws InvalidArgumentException when there are too few or too many bytes
   */
  public static void bytes(
      TableField<?, ?> column,
      @Nullable Bytes value,
      int min,
      int max,
      @Nullable String constraint) {
    if (value != null) {
      length(column, value.length(), min, max, "bytes", constraint);
      length(column, value.length(), 0, MAX_BYTES, "bytes", null);
    }
  }

  /**
   * Checks a JSON text against RFC 8259 and the limits of its column.
   *
   * @param column the column
   * @param value the text; null passes
   * @param min the least number of code points
   * @param max the greatest number of code points
   * @param constraint the name of the constraint that sets the limits, or null
   * @throws InvalidArgumentException when the text is no JSON, is longer than {@link
   *     #MAX_JSON_LENGTH}, is nested deeper than {@link #MAX_JSON_DEPTH}, or holds a NUL character
   *     or a lone surrogate, written out or as an escape
   */
  public static void json(
      TableField<?, ?> column,
      @Nullable JSON value,
      int min,
      int max,
      @Nullable String constraint) {
    if (value != null) {
      InputRules.json(describe(column), value.data(), context(column, null));
      String text = value.data();
      length(column, text.codePointCount(0, text.length()), min, max, "code points", constraint);
    }
  }

  /**
   * Checks that a decimal fits its column without being rounded.
   *
   * @param column the column
   * @param value the number; null passes
   * @param precision how many digits the column has
   * @param scale how many of them stand behind the point
   * @throws InvalidArgumentException when the number has more digits before or behind the point
   */
  public static void decimal(
      TableField<?, ?> column, @Nullable BigDecimal value, int precision, int scale) {
    if (value != null) {
      InputRules.decimal(describe(column), value, precision, scale, context(column, null));
    }
  }

  /**
   * Checks that a date is within the range that every dialect stores.
   *
   * @param column the column
   * @param value the date; null passes
   * @throws InvalidArgumentException when it is before {@link #MIN_DATE} or after {@link #MAX_DATE}
   */
  public static void date(TableField<?, ?> column, @Nullable LocalDate value) {
    if (value != null) {
      InputRules.date(describe(column), value, context(column, null));
    }
  }

  /**
   * Checks that an instant is within the range that every dialect stores.
   *
   * @param column the column
   * @param value the instant; null passes
   * @throws InvalidArgumentException when it is before {@link #MIN_INSTANT}, or after {@link
   *     #MAX_INSTANT} by a microsecond or more
   */
  public static void instant(TableField<?, ?> column, @Nullable Instant value) {
    if (value != null) {
      InputRules.instant(describe(column), value, context(column, null));
    }
  }

  /**
   * Checks a text that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the text; null passes
   * @throws InvalidArgumentException when it holds a NUL character or a lone surrogate
   */
  public static void text(String what, @Nullable String value) {
    if (value != null) {
      InputRules.text(what, value, FailureContext.NONE);
    }
  }

  /**
   * Checks an instant that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the instant; null passes
   * @throws InvalidArgumentException when it is out of range
   */
  public static void instant(String what, @Nullable Instant value) {
    if (value != null) {
      InputRules.instant(what, value, FailureContext.NONE);
    }
  }

  /**
   * Checks binary data that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the bytes; null passes
   * @throws InvalidArgumentException when there are more than {@link #MAX_BYTES}
   */
  public static void bytes(String what, @Nullable Bytes value) {
    if (value != null && value.length() > MAX_BYTES) {
      throw new InvalidArgumentException(
          what + " must have at most " + MAX_BYTES + " bytes but has " + value.length() + ".",
          FailureContext.NONE);
    }
  }

  /**
   * Checks a JSON text that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the text; null passes
   * @throws InvalidArgumentException when no JSON column would hold it
   */
  public static void json(String what, @Nullable JSON value) {
    if (value != null) {
      InputRules.json(what, value.data(), FailureContext.NONE);
    }
  }

  /**
   * Checks a decimal that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the number; null passes
   * @param precision how many digits there may be
   * @param scale how many of them may stand behind the point
   * @throws InvalidArgumentException when the number has more digits before or behind the point
   */
  public static void decimal(String what, @Nullable BigDecimal value, int precision, int scale) {
    if (value != null) {
      InputRules.decimal(what, value, precision, scale, FailureContext.NONE);
    }
  }

  /**
   * Checks a date that is no column's value: a parameter of a query.
   *
   * @param what names the parameter in the message
   * @param value the date; null passes
   * @throws InvalidArgumentException when it is out of range
   */
  public static void date(String what, @Nullable LocalDate value) {
    if (value != null) {
      InputRules.date(what, value, FailureContext.NONE);
    }
  }

  private static String describe(TableField<?, ?> column) {
    return table(column) + "." + column.getName();
  }

  private static FailureContext context(TableField<?, ?> column, @Nullable String constraint) {
    return new FailureContext(table(column), java.util.List.of(column.getName()), constraint);
  }

  private static String table(TableField<?, ?> column) {
    var table = column.getTable();
    return table == null ? "" : table.getName();
  }
}
