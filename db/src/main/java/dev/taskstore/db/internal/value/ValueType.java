package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.RowWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/** Binds and reads values of a jOOQ data type without jOOQ, its converter honoured. */
public final class ValueType {

  private enum Form {
    TEXT(String.class),
    UUID(UUID.class),
    INSTANT(Instant.class),
    BIGINT(Long.class),
    INTEGER(Integer.class),
    SMALLINT(Short.class),
    BOOL(Boolean.class),
    DECIMAL(BigDecimal.class),
    DATE(LocalDate.class),
    TIME(LocalTime.class),
    JSON(JSON.class),
    BYTES(Bytes.class);

    private final Class<?> stored;

    Form(Class<?> stored) {
      this.stored = stored;
    }
  }

  private final Form form;
  private final int precision;
  private final int scale;
  private final Converter<Object, Object> converter;

  @SuppressWarnings("unchecked")
  private ValueType(Form form, DataType<?> type) {
    this.form = form;
    this.precision = type.precision();
    this.scale = type.scale();
    this.converter = (Converter<Object, Object>) type.getBinding().converter();
  }

  /**
   * The value type of a jOOQ data type.
   *
   * @throws IllegalArgumentException for a type that repositories do not support
   */
  public static ValueType of(DataType<?> type) {
    Class<?> databaseType = type.getBinding().converter().fromType();
    for (Form form : Form.values()) {
      boolean matches =
          form == Form.BYTES ? databaseType == byte[].class : databaseType == form.stored;
      // A decimal without a precision is none of a column, and has no form that all databases know.
      if (matches && (form != Form.DECIMAL || type.precision() > 0)) {
        return new ValueType(form, type);
      }
    }
    throw new IllegalArgumentException(
        "Repositories do not support values of "
            + databaseType.getName()
            + "; use dsl() for them.");
  }

  /** Writes a value as it is in Java. */
  public void write(RowWriter row, @Nullable Object value) throws SQLException {
    writeStored(row, toStored(value));
  }

  /** Writes a value as the database has it. */
  public void writeStored(RowWriter row, @Nullable Object stored) throws SQLException {
    switch (form) {
      case TEXT -> row.text((String) stored);
      case UUID -> row.uuid((UUID) stored);
      case INSTANT -> row.instant((Instant) stored);
      case BIGINT -> row.bigint((Long) stored);
      case INTEGER -> row.integer((Integer) stored);
      case SMALLINT -> row.smallint((Short) stored);
      case BOOL -> row.bool((Boolean) stored);
      case DECIMAL -> row.decimal((BigDecimal) stored, precision, scale);
      case DATE -> row.date((LocalDate) stored);
      case TIME -> row.time((LocalTime) stored);
      case JSON -> row.json((JSON) stored);
      case BYTES -> row.bytes((Bytes) stored);
    }
  }

  /** Reads a value as the database has it, before any conversion to the application's type. */
  public @Nullable Object readStored(RowReader row, int column) throws SQLException {
    return switch (form) {
      case TEXT -> row.text(column);
      case UUID -> row.uuid(column);
      case INSTANT -> row.instant(column);
      case BIGINT -> row.bigint(column);
      case INTEGER -> row.integer(column);
      case SMALLINT -> row.smallint(column);
      case BOOL -> row.bool(column);
      case DECIMAL -> row.decimal(column, scale);
      case DATE -> row.date(column);
      case TIME -> row.time(column);
      case JSON -> row.json(column);
      case BYTES -> row.bytes(column);
    };
  }

  /** Reads a value as it is in Java. */
  public @Nullable Object read(RowReader row, int column) throws SQLException {
    Object stored = readStored(row, column);
    return stored == null ? null : fromStored(stored);
  }

  /** The stored form of an application's value: equal values are equal objects. */
  public @Nullable Object toStored(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Object stored = converter.to(value);
    return switch (form) {
      case INSTANT -> ((Instant) stored).truncatedTo(ChronoUnit.MICROS);
      case TIME -> ((LocalTime) stored).truncatedTo(ChronoUnit.MICROS);
      case DECIMAL -> Decimals.atScale((BigDecimal) stored, scale);
      case BYTES -> Bytes.of((byte[]) stored);
      default -> stored;
    };
  }

  /** The application's form of a stored value. */
  public Object fromStored(Object stored) {
    return converter.from(stored instanceof Bytes bytes ? bytes.toByteArray() : stored);
  }

  /** Tells whether a stored value is of this type. */
  public boolean accepts(Object stored) {
    return form.stored.isInstance(stored);
  }
}
