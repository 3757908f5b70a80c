package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.values.schema.Tables.BIGINT_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.BINARY_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.BOOLEAN_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.CHAR_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.DATE_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.DECIMAL_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.DURATION_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.FRACTION_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.INSTANT_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.INTEGER_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.JSON_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.SMALLINT_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.TEXT_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.TIME_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.WHOLE_VALUES;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.values.BigintValue;
import dev.taskstore.dialect.tck.values.BigintValueChanges;
import dev.taskstore.dialect.tck.values.BinaryValue;
import dev.taskstore.dialect.tck.values.BinaryValueChanges;
import dev.taskstore.dialect.tck.values.BooleanValue;
import dev.taskstore.dialect.tck.values.BooleanValueChanges;
import dev.taskstore.dialect.tck.values.CharValue;
import dev.taskstore.dialect.tck.values.CharValueChanges;
import dev.taskstore.dialect.tck.values.DateValue;
import dev.taskstore.dialect.tck.values.DateValueChanges;
import dev.taskstore.dialect.tck.values.DecimalValue;
import dev.taskstore.dialect.tck.values.DecimalValueChanges;
import dev.taskstore.dialect.tck.values.DurationValue;
import dev.taskstore.dialect.tck.values.DurationValueChanges;
import dev.taskstore.dialect.tck.values.FractionValue;
import dev.taskstore.dialect.tck.values.FractionValueChanges;
import dev.taskstore.dialect.tck.values.InstantValue;
import dev.taskstore.dialect.tck.values.InstantValueChanges;
import dev.taskstore.dialect.tck.values.IntegerValue;
import dev.taskstore.dialect.tck.values.IntegerValueChanges;
import dev.taskstore.dialect.tck.values.JsonValue;
import dev.taskstore.dialect.tck.values.JsonValueChanges;
import dev.taskstore.dialect.tck.values.NewBigintValue;
import dev.taskstore.dialect.tck.values.NewBinaryValue;
import dev.taskstore.dialect.tck.values.NewBooleanValue;
import dev.taskstore.dialect.tck.values.NewCharValue;
import dev.taskstore.dialect.tck.values.NewDateValue;
import dev.taskstore.dialect.tck.values.NewDecimalValue;
import dev.taskstore.dialect.tck.values.NewDurationValue;
import dev.taskstore.dialect.tck.values.NewFractionValue;
import dev.taskstore.dialect.tck.values.NewInstantValue;
import dev.taskstore.dialect.tck.values.NewIntegerValue;
import dev.taskstore.dialect.tck.values.NewJsonValue;
import dev.taskstore.dialect.tck.values.NewSmallintValue;
import dev.taskstore.dialect.tck.values.NewTextValue;
import dev.taskstore.dialect.tck.values.NewTimeValue;
import dev.taskstore.dialect.tck.values.NewWholeValue;
import dev.taskstore.dialect.tck.values.SmallintValue;
import dev.taskstore.dialect.tck.values.SmallintValueChanges;
import dev.taskstore.dialect.tck.values.TextValue;
import dev.taskstore.dialect.tck.values.TextValueChanges;
import dev.taskstore.dialect.tck.values.TimeValue;
import dev.taskstore.dialect.tck.values.TimeValueChanges;
import dev.taskstore.dialect.tck.values.WholeValue;
import dev.taskstore.dialect.tck.values.WholeValueChanges;
import dev.taskstore.dialect.tck.values.schema.BigintValueRepository;
import dev.taskstore.dialect.tck.values.schema.BinaryValueRepository;
import dev.taskstore.dialect.tck.values.schema.BooleanValueRepository;
import dev.taskstore.dialect.tck.values.schema.CharValueRepository;
import dev.taskstore.dialect.tck.values.schema.DateValueRepository;
import dev.taskstore.dialect.tck.values.schema.DecimalValueRepository;
import dev.taskstore.dialect.tck.values.schema.DurationValueRepository;
import dev.taskstore.dialect.tck.values.schema.FractionValueRepository;
import dev.taskstore.dialect.tck.values.schema.InstantValueRepository;
import dev.taskstore.dialect.tck.values.schema.IntegerValueRepository;
import dev.taskstore.dialect.tck.values.schema.JsonValueRepository;
import dev.taskstore.dialect.tck.values.schema.SmallintValueRepository;
import dev.taskstore.dialect.tck.values.schema.TextValueRepository;
import dev.taskstore.dialect.tck.values.schema.TimeValueRepository;
import dev.taskstore.dialect.tck.values.schema.WholeValueRepository;
import java.util.List;
import java.util.stream.Stream;

/** A database with one table for each type. */
final class ValueTables implements AutoCloseable {

  private static final String CHANGELOG = "dev/taskstore/dialect/tck/values/change-log/master.xml";

  final Database database;
  final List<ValueTable<?, ?, ?, ?>> all;

  private final TckDatabase target;

  ValueTables(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, CHANGELOG);
    all =
        Stream.of(tables(database), NumberValueTables.of(database), TimeValueTables.of(database))
            .<ValueTable<?, ?, ?, ?>>flatMap(List::stream)
            .toList();
  }

  private static List<ValueTable<?, ?, ?, ?>> tables(Database database) {
    return List.of(
        new ValueTable<>(
            new SmallintValueRepository(database),
            SMALLINT_VALUES.SUBJECT,
            SMALLINT_VALUES.OTHER,
            NewSmallintValue::of,
            NewSmallintValue::other,
            new SmallintValueRepository(database)::upsertBySubject,
            SmallintValueChanges.none()::other,
            SmallintValue::subject,
            SmallintValue::other,
            SmallintValue::preset,
            ValueSamples.SMALLINT),
        new ValueTable<>(
            new IntegerValueRepository(database),
            INTEGER_VALUES.SUBJECT,
            INTEGER_VALUES.OTHER,
            NewIntegerValue::of,
            NewIntegerValue::other,
            new IntegerValueRepository(database)::upsertBySubject,
            IntegerValueChanges.none()::other,
            IntegerValue::subject,
            IntegerValue::other,
            IntegerValue::preset,
            ValueSamples.INTEGER),
        new ValueTable<>(
            new BigintValueRepository(database),
            BIGINT_VALUES.SUBJECT,
            BIGINT_VALUES.OTHER,
            NewBigintValue::of,
            NewBigintValue::other,
            new BigintValueRepository(database)::upsertBySubject,
            BigintValueChanges.none()::other,
            BigintValue::subject,
            BigintValue::other,
            BigintValue::preset,
            ValueSamples.BIGINT),
        new ValueTable<>(
            new BooleanValueRepository(database),
            BOOLEAN_VALUES.SUBJECT,
            BOOLEAN_VALUES.OTHER,
            NewBooleanValue::of,
            NewBooleanValue::other,
            new BooleanValueRepository(database)::upsertBySubject,
            BooleanValueChanges.none()::other,
            BooleanValue::subject,
            BooleanValue::other,
            BooleanValue::preset,
            ValueSamples.BOOLEAN),
        new ValueTable<>(
            new DecimalValueRepository(database),
            DECIMAL_VALUES.SUBJECT,
            DECIMAL_VALUES.OTHER,
            NewDecimalValue::of,
            NewDecimalValue::other,
            new DecimalValueRepository(database)::upsertBySubject,
            DecimalValueChanges.none()::other,
            DecimalValue::subject,
            DecimalValue::other,
            DecimalValue::preset,
            ValueSamples.DECIMAL),
        new ValueTable<>(
            new WholeValueRepository(database),
            WHOLE_VALUES.SUBJECT,
            WHOLE_VALUES.OTHER,
            NewWholeValue::of,
            NewWholeValue::other,
            new WholeValueRepository(database)::upsertBySubject,
            WholeValueChanges.none()::other,
            WholeValue::subject,
            WholeValue::other,
            WholeValue::preset,
            ValueSamples.WHOLE),
        new ValueTable<>(
            new FractionValueRepository(database),
            FRACTION_VALUES.SUBJECT,
            FRACTION_VALUES.OTHER,
            NewFractionValue::of,
            NewFractionValue::other,
            new FractionValueRepository(database)::upsertBySubject,
            FractionValueChanges.none()::other,
            FractionValue::subject,
            FractionValue::other,
            FractionValue::preset,
            ValueSamples.FRACTION),
        new ValueTable<>(
            new DateValueRepository(database),
            DATE_VALUES.SUBJECT,
            DATE_VALUES.OTHER,
            NewDateValue::of,
            NewDateValue::other,
            new DateValueRepository(database)::upsertBySubject,
            DateValueChanges.none()::other,
            DateValue::subject,
            DateValue::other,
            DateValue::preset,
            ValueSamples.DATE),
        new ValueTable<>(
            new TimeValueRepository(database),
            TIME_VALUES.SUBJECT,
            TIME_VALUES.OTHER,
            NewTimeValue::of,
            NewTimeValue::other,
            new TimeValueRepository(database)::upsertBySubject,
            TimeValueChanges.none()::other,
            TimeValue::subject,
            TimeValue::other,
            TimeValue::preset,
            ValueSamples.TIME),
        new ValueTable<>(
            new DurationValueRepository(database),
            DURATION_VALUES.SUBJECT,
            DURATION_VALUES.OTHER,
            NewDurationValue::of,
            NewDurationValue::other,
            new DurationValueRepository(database)::upsertBySubject,
            DurationValueChanges.none()::other,
            DurationValue::subject,
            DurationValue::other,
            DurationValue::preset,
            ValueSamples.DURATION),
        new ValueTable<>(
            new InstantValueRepository(database),
            INSTANT_VALUES.SUBJECT,
            INSTANT_VALUES.OTHER,
            NewInstantValue::of,
            NewInstantValue::other,
            new InstantValueRepository(database)::upsertBySubject,
            InstantValueChanges.none()::other,
            InstantValue::subject,
            InstantValue::other,
            InstantValue::preset,
            ValueSamples.INSTANT),
        new ValueTable<>(
            new TextValueRepository(database),
            TEXT_VALUES.SUBJECT,
            TEXT_VALUES.OTHER,
            NewTextValue::of,
            NewTextValue::other,
            new TextValueRepository(database)::upsertBySubject,
            TextValueChanges.none()::other,
            TextValue::subject,
            TextValue::other,
            TextValue::preset,
            ValueSamples.TEXT),
        new ValueTable<>(
            new CharValueRepository(database),
            CHAR_VALUES.SUBJECT,
            CHAR_VALUES.OTHER,
            NewCharValue::of,
            NewCharValue::other,
            new CharValueRepository(database)::upsertBySubject,
            CharValueChanges.none()::other,
            CharValue::subject,
            CharValue::other,
            CharValue::preset,
            CharSamples.CHARACTER),
        new ValueTable<>(
            new BinaryValueRepository(database),
            BINARY_VALUES.SUBJECT,
            BINARY_VALUES.OTHER,
            NewBinaryValue::of,
            NewBinaryValue::other,
            new BinaryValueRepository(database)::upsertBySubject,
            BinaryValueChanges.none()::other,
            BinaryValue::subject,
            BinaryValue::other,
            BinaryValue::preset,
            ValueSamples.BINARY),
        new ValueTable<>(
            new JsonValueRepository(database),
            JSON_VALUES.SUBJECT,
            JSON_VALUES.OTHER,
            NewJsonValue::of,
            NewJsonValue::other,
            new JsonValueRepository(database)::upsertBySubject,
            JsonValueChanges.none()::other,
            JsonValue::subject,
            JsonValue::other,
            JsonValue::preset,
            ValueSamples.JSON_TEXT));
  }

  void clear() {
    database.transaction(
        tx -> {
          for (ValueTable<?, ?, ?, ?> table : all) {
            tx.dsl().deleteFrom(table.subject().getTable()).execute();
          }
        });
  }

  @Override
  public void close() {
    database.close();
    target.close();
  }
}
