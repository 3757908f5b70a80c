package dev.taskstore.testdata.schema;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.transfer.rows.ValueType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable and thread-safe.
 *
 * @param field the generated column
 * @param position its position in a row
 * @param type the type of its values
 * @param isIdentity whether the database numbers the rows
 */
record Column(Field<?> field, int position, ValueType type, boolean isIdentity) {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int DIGIT = 10;

  static Column of(Field<?> field, int position) {
    return new Column(
        field, position, ValueType.of(field.getDataType()), field.getDataType().identity());
  }

  /** Returns whether a column has values; one that the generator left out is an object in jOOQ. */
  static boolean isSupported(Field<?> field) {
    return field.getDataType().getBinding().converter().fromType() != Object.class;
  }

  String name() {
    return field.getName();
  }

  boolean isNullable() {
    return field.getDataType().nullable();
  }

  /** Returns the greatest length that the type allows, without the checks; 0 if it limits none. */
  int length() {
    return type == ValueType.TEXT || type == ValueType.CHARACTER ? field.getDataType().length() : 0;
  }

  int precision() {
    return field.getDataType().precision();
  }

  int scale() {
    return type == ValueType.DECIMAL || type == ValueType.LARGE_DECIMAL
        ? field.getDataType().scale()
        : 0;
  }

  /** Returns the microseconds of a unit of the last fractional digit of a time. */
  long microsPerUnit() {
    Codec<?, Object> codec = Codec.of(field.getDataType());
    LocalDateTime start = LocalDateTime.of(2000, 1, 1, 0, 0);
    long unit = MICROS_PER_SECOND;
    while (unit > 1 && isStored(codec, start.plus(unit / DIGIT, ChronoUnit.MICROS))) {
      unit /= DIGIT;
    }
    return unit;
  }

  private boolean isStored(Codec<?, Object> codec, LocalDateTime time) {
    Object value =
        switch (type) {
          case INSTANT -> time.toInstant(ZoneOffset.UTC);
          case TIME -> time.toLocalTime();
          default -> time;
        };
    return value.equals(codec.toStored(codec.fromStored(value)));
  }

  /** Returns the stored value of a value in the column's Java type. */
  @Nullable Object stored(@Nullable Object value) {
    return value == null ? null : stored(field.getDataType(), value);
  }

  private <T> @Nullable Object stored(DataType<T> dataType, Object value) {
    Codec<?, Object> codec = Codec.of(dataType);
    codec.validate(field.getQualifiedName().unquotedName().toString(), value);
    Converter<?, ? super T> converter = dataType.getBinding().converter();
    Object stored = converter.to(dataType.getType().cast(codec.normalize(value)));
    if (stored instanceof JSON json) {
      return json.data();
    }
    if (stored instanceof JSONB json) {
      return json.data();
    }
    return stored instanceof byte[] bytes ? Bytes.of(bytes) : stored;
  }
}
