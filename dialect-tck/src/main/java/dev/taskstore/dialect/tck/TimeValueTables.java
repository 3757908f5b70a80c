package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.values.schema.Tables.CENTI_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.MILLI_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.SECOND_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.TIMESTAMP_VALUES;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.values.CentiValue;
import dev.taskstore.dialect.tck.values.CentiValueChanges;
import dev.taskstore.dialect.tck.values.MilliValue;
import dev.taskstore.dialect.tck.values.MilliValueChanges;
import dev.taskstore.dialect.tck.values.NewCentiValue;
import dev.taskstore.dialect.tck.values.NewMilliValue;
import dev.taskstore.dialect.tck.values.NewSecondValue;
import dev.taskstore.dialect.tck.values.NewTimestampValue;
import dev.taskstore.dialect.tck.values.SecondValue;
import dev.taskstore.dialect.tck.values.SecondValueChanges;
import dev.taskstore.dialect.tck.values.TimestampValue;
import dev.taskstore.dialect.tck.values.TimestampValueChanges;
import dev.taskstore.dialect.tck.values.schema.CentiValueRepository;
import dev.taskstore.dialect.tck.values.schema.MilliValueRepository;
import dev.taskstore.dialect.tck.values.schema.SecondValueRepository;
import dev.taskstore.dialect.tck.values.schema.TimestampValueRepository;
import java.util.List;

/** The tables of timestamps without a time zone, and of times with fewer fractional digits. */
final class TimeValueTables {

  private TimeValueTables() {}

  static List<ValueTable<?, ?, ?, ?>> of(Database database) {
    return List.of(
        new ValueTable<>(
            new TimestampValueRepository(database),
            TIMESTAMP_VALUES.SUBJECT,
            TIMESTAMP_VALUES.OTHER,
            NewTimestampValue::of,
            NewTimestampValue::other,
            new TimestampValueRepository(database)::upsertBySubject,
            TimestampValueChanges.none()::other,
            TimestampValue::subject,
            TimestampValue::other,
            TimestampValue::preset,
            TimeSamples.TIMESTAMP),
        new ValueTable<>(
            new MilliValueRepository(database),
            MILLI_VALUES.SUBJECT,
            MILLI_VALUES.OTHER,
            NewMilliValue::of,
            NewMilliValue::other,
            new MilliValueRepository(database)::upsertBySubject,
            MilliValueChanges.none()::other,
            MilliValue::subject,
            MilliValue::other,
            MilliValue::preset,
            TimeSamples.MILLI),
        new ValueTable<>(
            new CentiValueRepository(database),
            CENTI_VALUES.SUBJECT,
            CENTI_VALUES.OTHER,
            NewCentiValue::of,
            NewCentiValue::other,
            new CentiValueRepository(database)::upsertBySubject,
            CentiValueChanges.none()::other,
            CentiValue::subject,
            CentiValue::other,
            CentiValue::preset,
            TimeSamples.CENTI),
        new ValueTable<>(
            new SecondValueRepository(database),
            SECOND_VALUES.SUBJECT,
            SECOND_VALUES.OTHER,
            NewSecondValue::of,
            NewSecondValue::other,
            new SecondValueRepository(database)::upsertBySubject,
            SecondValueChanges.none()::other,
            SecondValue::subject,
            SecondValue::other,
            SecondValue::preset,
            TimeSamples.SECOND));
  }
}
