package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.catalog.CatalogType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Writes the values that SQLite stores in the form of the SQL standard. */
final class SqliteText {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd ")
          .append(TIME)
          .toFormatter(Locale.ROOT);
  private static final int UUID_BYTES = 16;

  private SqliteText() {}

  /** The text of a value; of one that is not stored as its type is, the value itself. */
  static String of(Object value, CatalogType type) {
    if (value instanceof byte[] bytes) {
      return bytes(bytes, type);
    }
    return value instanceof Number number && !(value instanceof Double)
        ? number(number.longValue(), type)
        : value.toString();
  }

  private static String bytes(byte[] bytes, CatalogType type) {
    if (type.name().equals("UUID") && bytes.length == UUID_BYTES) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
    return "\\x" + HexFormat.of().formatHex(bytes);
  }

  private static String number(long number, CatalogType type) {
    return switch (type.name()) {
      case "BOOLEAN" -> number == 0 ? "FALSE" : "TRUE";
      case "DATE" -> LocalDate.ofEpochDay(number).toString();
      case "TIME" -> LocalTime.MIDNIGHT.plus(number, ChronoUnit.MICROS).format(TIME);
      case "TIMESTAMP" -> dateTime(number);
      case "TIMESTAMP WITH TIME ZONE" -> dateTime(number) + "+00";
      case "INTERVAL SECOND" -> Duration.of(number, ChronoUnit.MICROS).toString();
      case "NUMERIC" -> BigDecimal.valueOf(number, type.scale()).toPlainString();
      default -> Long.toString(number);
    };
  }

  private static String dateTime(long micros) {
    return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC)
        .format(DATE_TIME);
  }
}
