package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.values.schema.Tables.DOUBLE_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.GREATEST_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.LARGE_VALUES;
import static dev.taskstore.dialect.tck.values.schema.Tables.REAL_VALUES;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.values.DoubleValue;
import dev.taskstore.dialect.tck.values.DoubleValueChanges;
import dev.taskstore.dialect.tck.values.GreatestValue;
import dev.taskstore.dialect.tck.values.GreatestValueChanges;
import dev.taskstore.dialect.tck.values.LargeValue;
import dev.taskstore.dialect.tck.values.LargeValueChanges;
import dev.taskstore.dialect.tck.values.NewDoubleValue;
import dev.taskstore.dialect.tck.values.NewGreatestValue;
import dev.taskstore.dialect.tck.values.NewLargeValue;
import dev.taskstore.dialect.tck.values.NewRealValue;
import dev.taskstore.dialect.tck.values.RealValue;
import dev.taskstore.dialect.tck.values.RealValueChanges;
import dev.taskstore.dialect.tck.values.schema.DoubleValueRepository;
import dev.taskstore.dialect.tck.values.schema.GreatestValueRepository;
import dev.taskstore.dialect.tck.values.schema.LargeValueRepository;
import dev.taskstore.dialect.tck.values.schema.RealValueRepository;
import java.util.List;

/** The tables of floating-point numbers and of decimals of more than 18 digits. */
final class NumberValueTables {

  private NumberValueTables() {}

  static List<ValueTable<?, ?, ?, ?>> of(Database database) {
    return List.of(
        new ValueTable<>(
            new DoubleValueRepository(database),
            DOUBLE_VALUES.SUBJECT,
            DOUBLE_VALUES.OTHER,
            NewDoubleValue::of,
            NewDoubleValue::other,
            new DoubleValueRepository(database)::upsertBySubject,
            DoubleValueChanges.none()::other,
            DoubleValue::subject,
            DoubleValue::other,
            DoubleValue::preset,
            NumberSamples.DOUBLE),
        new ValueTable<>(
            new RealValueRepository(database),
            REAL_VALUES.SUBJECT,
            REAL_VALUES.OTHER,
            NewRealValue::of,
            NewRealValue::other,
            new RealValueRepository(database)::upsertBySubject,
            RealValueChanges.none()::other,
            RealValue::subject,
            RealValue::other,
            RealValue::preset,
            NumberSamples.REAL),
        new ValueTable<>(
            new LargeValueRepository(database),
            LARGE_VALUES.SUBJECT,
            LARGE_VALUES.OTHER,
            NewLargeValue::of,
            NewLargeValue::other,
            new LargeValueRepository(database)::upsertBySubject,
            LargeValueChanges.none()::other,
            LargeValue::subject,
            LargeValue::other,
            LargeValue::preset,
            NumberSamples.LARGE),
        new ValueTable<>(
            new GreatestValueRepository(database),
            GREATEST_VALUES.SUBJECT,
            GREATEST_VALUES.OTHER,
            NewGreatestValue::of,
            NewGreatestValue::other,
            new GreatestValueRepository(database)::upsertBySubject,
            GreatestValueChanges.none()::other,
            GreatestValue::subject,
            GreatestValue::other,
            GreatestValue::preset,
            NumberSamples.GREATEST));
  }
}
