package dev.taskstore.testdata.schema;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codecs;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts and compares values of columns and literals, in the order of the databases. */
final class Values {

  /** Thrown for values that have no common order, such as a text and a time. */
  static final class NotComparableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotComparableException(Object value) {
      super("No order for " + value.getClass().getName());
    }
  }

  private Values() {}

  /** Compares two values that are not null. */
  static int compare(Object left, Object right) {
    Object one = comparable(left);
    Object other = comparable(right);
    if (one.getClass() != other.getClass()) {
      throw new NotComparableException(left);
    }
    if (one instanceof String text) {
      return Codecs.TEXT.compare(text, (String) other);
    }
    if (one instanceof UUID uuid) {
      return Codecs.UUID.compare(uuid, (UUID) other);
    }
    if (one instanceof Bytes bytes) {
      return Codecs.BYTES.compare(bytes, (Bytes) other);
    }
    if (one instanceof BigDecimal number) {
      return number.compareTo((BigDecimal) other);
    }
    if (one instanceof Boolean bool) {
      return bool.compareTo((Boolean) other);
    }
    if (one instanceof Instant instant) {
      return instant.compareTo((Instant) other);
    }
    if (one instanceof LocalDate date) {
      return date.compareTo((LocalDate) other);
    }
    if (one instanceof LocalTime time) {
      return time.compareTo((LocalTime) other);
    }
    throw new NotComparableException(left);
  }

  /** Returns the value in the class in which it is compared. */
  static Object comparable(Object value) {
    if (value instanceof Number number) {
      return decimal(number);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Time time) {
      return time.toLocalTime();
    }
    return value instanceof byte[] bytes ? Bytes.of(bytes) : value;
  }

  static BigDecimal decimal(@Nullable Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return new BigDecimal(String.valueOf(number));
  }
}
