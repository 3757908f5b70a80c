package dev.taskstore.dialect.tck;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.dialect.tck.ValueTable.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.JSON;

/** Sample values of each type: the ends of its range, adjacent values, and invalid values. */
final class ValueSamples {

  static final Samples<Short> SMALLINT =
      Samples.of(
          (short) 7,
          Short.MIN_VALUE,
          (short) -256,
          (short) -1,
          (short) 0,
          (short) 1,
          (short) 255,
          Short.MAX_VALUE);

  static final Samples<Integer> INTEGER =
      Samples.of(7, Integer.MIN_VALUE, Short.MIN_VALUE - 1, -1, 0, 1, 65_536, Integer.MAX_VALUE);

  static final Samples<Long> BIGINT =
      Samples.of(
          7L,
          Long.MIN_VALUE,
          Integer.MIN_VALUE - 1L,
          -1L,
          0L,
          1L,
          1L << 53,
          (1L << 53) + 1,
          Long.MAX_VALUE - 1,
          Long.MAX_VALUE);

  static final Samples<Boolean> BOOLEAN = Samples.of(true, false, true);

  static final Samples<BigDecimal> DECIMAL =
      new Samples<>(
          new BigDecimal("1.50"),
          decimals(
              "-9999999999.99",
              "-10.00",
              "-9.99",
              "-0.01",
              "0.00",
              "0.01",
              "0.10",
              "9.99",
              "10.00",
              "9999999999.98",
              "9999999999.99"),
          decimals(
              "0.001",
              "-0.001",
              "1.999",
              "10000000000",
              "-10000000000.00",
              "9999999999.991",
              "1E+10",
              "1E+2147483647",
              "-1E+1000000000",
              "1E-2147483647",
              "123456789012345678901234567890"),
          Map.of(
              new BigDecimal("1.5"), new BigDecimal("1.50"),
              new BigDecimal("-7"), new BigDecimal("-7.00"),
              new BigDecimal("3E+3"), new BigDecimal("3000.00"),
              new BigDecimal("2.5000"), new BigDecimal("2.50"),
              new BigDecimal("0E+1000000000"), new BigDecimal("0.00"),
              new BigDecimal("0E-1000000000"), new BigDecimal("0.00")));

  static final Samples<BigDecimal> WHOLE =
      new Samples<>(
          new BigDecimal("7"),
          decimals("-999999999999999999", "-1", "0", "1", "9007199254740993", "999999999999999999"),
          decimals("1000000000000000000", "-1000000000000000000", "0.5", "9223372036854775807"),
          Map.of(new BigDecimal("4.0"), new BigDecimal("4")));

  static final Samples<BigDecimal> FRACTION =
      new Samples<>(
          BigDecimal.ZERO.setScale(18),
          decimals(
              "-0.999999999999999999",
              "-0.000000000000000001",
              "0.000000000000000000",
              "0.000000000000000001",
              "0.100000000000000000",
              "0.999999999999999999"),
          decimals("1", "-1", "0.0000000000000000001", "0.9999999999999999999"),
          Map.of(new BigDecimal("0.5"), new BigDecimal("0.500000000000000000")));

  static final Samples<LocalDate> DATE =
      Samples.of(
              LocalDate.of(2026, 2, 28),
              ValueLimits.MIN_DATE,
              LocalDate.of(99, 12, 31),
              LocalDate.of(1582, 10, 4),
              LocalDate.of(1582, 10, 10),
              LocalDate.of(1582, 10, 15),
              LocalDate.of(1969, 12, 31),
              LocalDate.of(1970, 1, 1),
              LocalDate.of(2000, 2, 29),
              ValueLimits.MAX_DATE)
          .refusing(
              List.of(
                  LocalDate.of(0, 12, 31),
                  LocalDate.of(10_000, 1, 1),
                  LocalDate.MIN,
                  LocalDate.MAX));

  static final Samples<LocalTime> TIME =
      Samples.of(
              LocalTime.parse("12:34:56.123456"),
              LocalTime.MIDNIGHT,
              LocalTime.parse("00:00:00.000001"),
              LocalTime.parse("00:00:01"),
              LocalTime.parse("11:59:59.999999"),
              LocalTime.NOON,
              LocalTime.parse("23:59:59"),
              LocalTime.parse("23:59:59.999999"))
          .writtenAs(
              Map.of(
                  LocalTime.MAX,
                  LocalTime.parse("23:59:59.999999"),
                  LocalTime.parse("01:02:03.000000999"),
                  LocalTime.parse("01:02:03")));

  static final Samples<Duration> DURATION =
      Samples.of(
              Duration.ofMinutes(90),
              Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS),
              Duration.ofDays(-1),
              Duration.ofNanos(-1_000),
              Duration.ZERO,
              Duration.ofNanos(1_000),
              Duration.ofMillis(999),
              Duration.ofDays(365_000),
              Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS))
          .refusing(
              List.of(
                  Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS).minusNanos(1),
                  Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS).plusNanos(1_000),
                  Duration.ofSeconds(Long.MIN_VALUE + 1),
                  Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)))
          .writtenAs(
              Map.of(
                  Duration.ofNanos(1_001_999), Duration.ofNanos(1_001_000),
                  Duration.ofNanos(-1), Duration.ofNanos(-1_000)));

  static final Samples<Instant> INSTANT =
      Samples.of(
              Instant.parse("2026-02-28T12:30:45Z"),
              ValueLimits.MIN_INSTANT,
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              Instant.EPOCH,
              Instant.parse("2026-03-29T01:30:00Z"),
              ValueLimits.MAX_INSTANT)
          .refusing(
              List.of(
                  ValueLimits.MIN_INSTANT.minusNanos(1),
                  ValueLimits.MAX_INSTANT.plusSeconds(1),
                  Instant.MIN,
                  Instant.MAX))
          .writtenAs(
              Map.of(
                  Instant.parse("2026-01-01T00:00:00.000000999Z"),
                  Instant.parse("2026-01-01T00:00:00Z")));

  static final Samples<String> TEXT =
      Samples.of("preset", "", " ", "A", "Z", "a", "a\tb", "a ", "a\\b", "aa", "\u00e9", "\u4e2d")
          .refusing(List.of("a\0b", "\uD83D", "\uDE80\uD83D"));

  static final Samples<Bytes> BINARY =
      Samples.of(
              Bytes.ofHex("00ff"),
              Bytes.EMPTY,
              Bytes.ofHex("00"),
              Bytes.ofHex("0000"),
              Bytes.ofHex("01"),
              Bytes.ofHex("5c"),
              Bytes.ofHex("5c78"),
              Bytes.ofHex("7f"),
              Bytes.ofHex("80"),
              Bytes.ofHex("80ff"),
              Bytes.ofHex("ff"),
              Bytes.ofHex("ff00"))
          .refusing(List.of(Bytes.of(new byte[ValueLimits.MAX_BYTES + 1])));

  static final Samples<JSON> JSON_TEXT =
      new Samples<>(
          JSON.json("{\"preset\": true}"),
          jsons(
              " 1",
              "\"'\\\"\\\\\\u00e9\"",
              "\"a\"",
              "-0",
              "-1.5e-7",
              "1",
              "1.0",
              "[1, 2]",
              "[1,2]",
              "[".repeat(ValueLimits.MAX_JSON_DEPTH) + "]".repeat(ValueLimits.MAX_JSON_DEPTH),
              "[]",
              "null",
              "{\"a\": 1, \"a\": 2}",
              "{\"a\":{\"b\":[true,false,null]}}",
              "{}"),
          jsons(
              "",
              " ",
              "nul",
              "True",
              "01",
              "1.",
              ".5",
              "+1",
              "NaN",
              "[1,]",
              "[1 2]",
              "{\"a\":1,}",
              "{a:1}",
              "{'a':1}",
              "{\"a\"}",
              "[1]]",
              "[",
              "1 1",
              "\"a",
              "\"\t\"",
              "\"\\x\"",
              "\"\\u12\"",
              "\"\\u0000\"",
              "\"\\ud83d\"",
              "\"\\ude80\"",
              "\"\uD83D\"",
              "\"\0\"",
              "/* */ 1",
              "\uFEFF1",
              "[".repeat(ValueLimits.MAX_JSON_DEPTH + 1)
                  + "]".repeat(ValueLimits.MAX_JSON_DEPTH + 1),
              "\"" + "a".repeat(ValueLimits.MAX_JSON_LENGTH) + "\""),
          Map.of());

  private ValueSamples() {}

  private static List<BigDecimal> decimals(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }

  private static List<JSON> jsons(String... texts) {
    return Stream.of(texts).map(JSON::json).toList();
  }
}
