package dev.taskstore.differential;

import static dev.taskstore.dialect.tck.values.schema.Tables.BIGINT_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.CENTI_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.CHAR_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.DOUBLE_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.FRACTION_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.LARGE_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.MILLI_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.REAL_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.SECOND_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.TIMESTAMP_VALUES;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.values.BigintValue;
import dev.taskstore.dialect.tck.values.BigintValueChanges;
import dev.taskstore.dialect.tck.values.CentiValue;
import dev.taskstore.dialect.tck.values.CentiValueChanges;
import dev.taskstore.dialect.tck.values.CharValue;
import dev.taskstore.dialect.tck.values.CharValueChanges;
import dev.taskstore.dialect.tck.values.DoubleValue;
import dev.taskstore.dialect.tck.values.DoubleValueChanges;
import dev.taskstore.dialect.tck.values.FractionValue;
import dev.taskstore.dialect.tck.values.FractionValueChanges;
import dev.taskstore.dialect.tck.values.LargeValue;
import dev.taskstore.dialect.tck.values.LargeValueChanges;
import dev.taskstore.dialect.tck.values.MilliValue;
import dev.taskstore.dialect.tck.values.MilliValueChanges;
import dev.taskstore.dialect.tck.values.NewBigintValue;
import dev.taskstore.dialect.tck.values.NewCentiValue;
import dev.taskstore.dialect.tck.values.NewCharValue;
import dev.taskstore.dialect.tck.values.NewDoubleValue;
import dev.taskstore.dialect.tck.values.NewFractionValue;
import dev.taskstore.dialect.tck.values.NewLargeValue;
import dev.taskstore.dialect.tck.values.NewMilliValue;
import dev.taskstore.dialect.tck.values.NewRealValue;
import dev.taskstore.dialect.tck.values.NewSecondValue;
import dev.taskstore.dialect.tck.values.NewTimestampValue;
import dev.taskstore.dialect.tck.values.RealValue;
import dev.taskstore.dialect.tck.values.RealValueChanges;
import dev.taskstore.dialect.tck.values.SecondValue;
import dev.taskstore.dialect.tck.values.SecondValueChanges;
import dev.taskstore.dialect.tck.values.TimestampValue;
import dev.taskstore.dialect.tck.values.TimestampValueChanges;
import dev.taskstore.dialect.tck.values.schema.BigintValueRepository;
import dev.taskstore.dialect.tck.values.schema.CentiValueRepository;
import dev.taskstore.dialect.tck.values.schema.CharValueRepository;
import dev.taskstore.dialect.tck.values.schema.DoubleValueRepository;
import dev.taskstore.dialect.tck.values.schema.FractionValueRepository;
import dev.taskstore.dialect.tck.values.schema.LargeValueRepository;
import dev.taskstore.dialect.tck.values.schema.MilliValueRepository;
import dev.taskstore.dialect.tck.values.schema.RealValueRepository;
import dev.taskstore.dialect.tck.values.schema.SecondValueRepository;
import dev.taskstore.dialect.tck.values.schema.TimestampValueRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Function;

/** The types whose tables random programs read and write. */
enum ValueKind {
  TIMESTAMP,
  DOUBLE,
  REAL,
  BIGINT,
  FRACTION,
  LARGE,
  MILLI,
  CENTI,
  SECOND,
  CHAR;

  /**
   * A table in memory and in a database.
   *
   * @param draw draws a value
   */
  record Pair<T>(ValueTarget<T> model, ValueTarget<T> library, Function<Random, T> draw) {}

  Pair<?> open(Database database) {
    return switch (this) {
      case TIMESTAMP ->
          new Pair<>(
              new ValueModel<>(
                  "timestamp_values",
                  LocalDateTime::compareTo,
                  value -> ValueDraws.truncated(value, 1_000)),
              new ValueLibrary<>(
                  new TimestampValueRepository(database),
                  TIMESTAMP_VALUES.SUBJECT,
                  TIMESTAMP_VALUES.OTHER,
                  (subject, other) -> NewTimestampValue.of(subject).other(other),
                  other -> TimestampValueChanges.none().other(other),
                  TimestampValue::subject,
                  TimestampValue::other),
              ValueDraws::timestamp);
      case DOUBLE ->
          new Pair<>(
              new ValueModel<>("double_values", Double::compare, value -> value + 0.0),
              new ValueLibrary<>(
                  new DoubleValueRepository(database),
                  DOUBLE_VALUES.SUBJECT,
                  DOUBLE_VALUES.OTHER,
                  (subject, other) -> NewDoubleValue.of(subject).other(other),
                  other -> DoubleValueChanges.none().other(other),
                  DoubleValue::subject,
                  DoubleValue::other),
              ValueDraws::floatingPoint);
      case REAL ->
          new Pair<>(
              new ValueModel<>("real_values", Float::compare, value -> value + 0.0f),
              new ValueLibrary<>(
                  new RealValueRepository(database),
                  REAL_VALUES.SUBJECT,
                  REAL_VALUES.OTHER,
                  (subject, other) -> NewRealValue.of(subject).other(other),
                  other -> RealValueChanges.none().other(other),
                  RealValue::subject,
                  RealValue::other),
              random -> (float) ValueDraws.small(random));
      case BIGINT ->
          new Pair<>(
              new ValueModel<>("bigint_values", Long::compare, value -> value, true),
              new ValueLibrary<>(
                  new BigintValueRepository(database),
                  BIGINT_VALUES.SUBJECT,
                  BIGINT_VALUES.OTHER,
                  (subject, other) -> NewBigintValue.of(subject).other(other),
                  other -> BigintValueChanges.none().other(other),
                  BigintValue::subject,
                  BigintValue::other),
              ValueDraws::integer);
      case FRACTION ->
          new Pair<>(
              new ValueModel<>(
                  "fraction_values", BigDecimal::compareTo, value -> value.setScale(18), true),
              new ValueLibrary<>(
                  new FractionValueRepository(database),
                  FRACTION_VALUES.SUBJECT,
                  FRACTION_VALUES.OTHER,
                  (subject, other) -> NewFractionValue.of(subject).other(other),
                  other -> FractionValueChanges.none().other(other),
                  FractionValue::subject,
                  FractionValue::other),
              ValueDraws::fraction);
      case LARGE ->
          new Pair<>(
              new ValueModel<>(
                  "large_values", BigDecimal::compareTo, value -> value.setScale(10), true),
              new ValueLibrary<>(
                  new LargeValueRepository(database),
                  LARGE_VALUES.SUBJECT,
                  LARGE_VALUES.OTHER,
                  (subject, other) -> NewLargeValue.of(subject).other(other),
                  other -> LargeValueChanges.none().other(other),
                  LargeValue::subject,
                  LargeValue::other),
              ValueDraws::decimal);
      case MILLI ->
          new Pair<>(
              new ValueModel<>(
                  "milli_values",
                  Instant::compareTo,
                  value ->
                      ValueDraws.truncated(
                              value.atOffset(ZoneOffset.UTC).toLocalDateTime(), 1_000_000)
                          .toInstant(ZoneOffset.UTC)),
              new ValueLibrary<>(
                  new MilliValueRepository(database),
                  MILLI_VALUES.SUBJECT,
                  MILLI_VALUES.OTHER,
                  (subject, other) -> NewMilliValue.of(subject).other(other),
                  other -> MilliValueChanges.none().other(other),
                  MilliValue::subject,
                  MilliValue::other),
              random -> ValueDraws.timestamp(random).toInstant(ZoneOffset.UTC));
      case CENTI ->
          new Pair<>(
              new ValueModel<>(
                  "centi_values",
                  LocalDateTime::compareTo,
                  value -> ValueDraws.truncated(value, 10_000_000)),
              new ValueLibrary<>(
                  new CentiValueRepository(database),
                  CENTI_VALUES.SUBJECT,
                  CENTI_VALUES.OTHER,
                  (subject, other) -> NewCentiValue.of(subject).other(other),
                  other -> CentiValueChanges.none().other(other),
                  CentiValue::subject,
                  CentiValue::other),
              ValueDraws::timestamp);
      case SECOND ->
          new Pair<>(
              new ValueModel<>("second_values", LocalTime::compareTo, value -> value.withNano(0)),
              new ValueLibrary<>(
                  new SecondValueRepository(database),
                  SECOND_VALUES.SUBJECT,
                  SECOND_VALUES.OTHER,
                  (subject, other) -> NewSecondValue.of(subject).other(other),
                  other -> SecondValueChanges.none().other(other),
                  SecondValue::subject,
                  SecondValue::other),
              random -> ValueDraws.timestamp(random).toLocalTime());
      case CHAR ->
          new Pair<>(
              new ValueModel<>(
                  "char_values", ValueDraws::compareCodePoints, ValueDraws::withoutTrailingBlanks),
              new ValueLibrary<>(
                  new CharValueRepository(database),
                  CHAR_VALUES.SUBJECT,
                  CHAR_VALUES.OTHER,
                  (subject, other) -> NewCharValue.of(subject).other(other),
                  other -> CharValueChanges.none().other(other),
                  CharValue::subject,
                  CharValue::other),
              ValueDraws::text);
    };
  }
}
