package dev.taskstore.internal;

import dev.taskstore.db.RowReader;
import dev.taskstore.db.RowWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Binds and reads values of a jOOQ data type without jOOQ, its converter honoured. */
public final class ValueType {

  private enum Form {
    TEXT,
    UUID,
    INSTANT,
    BIGINT,
    INTEGER,
    SMALLINT,
    BOOL
  }

  private final Form form;
  private final Converter<Object, Object> converter;

  private ValueType(Form form, Converter<Object, Object> converter) {
    this.form = form;
    this.converter = converter;
  }

  /**
   * The value type of a jOOQ data type.
   *
   * @throws IllegalArgumentException for a type that repositories do not support
   */
  @SuppressWarnings("unchecked")
  public static ValueType of(DataType<?> type) {
    Converter<Object, Object> converter = (Converter<Object, Object>) type.getBinding().converter();
    return new ValueType(form(converter.fromType()), converter);
  }

  private static Form form(Class<?> type) {
    if (type == String.class) {
      return Form.TEXT;
    } else if (type == UUID.class) {
      return Form.UUID;
    } else if (type == Instant.class) {
      return Form.INSTANT;
    } else if (type == Long.class) {
      return Form.BIGINT;
    } else if (type == Integer.class) {
      return Form.INTEGER;
    } else if (type == Short.class) {
      return Form.SMALLINT;
    } else if (type == Boolean.class) {
      return Form.BOOL;
    }
    throw new IllegalArgumentException(
        "Repositories do not support values of " + type.getName() + "; use dsl() for them.");
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
    };
  }

  /** Reads a value as it is in Java. */
  public @Nullable Object read(RowReader row, int column) throws SQLException {
    Object stored = readStored(row, column);
    return stored == null ? null : converter.from(stored);
  }

  /** The stored form of an application's value. */
  public @Nullable Object toStored(@Nullable Object value) {
    return value == null ? null : converter.to(value);
  }

  /** The application's form of a stored value. */
  public Object fromStored(Object stored) {
    return converter.from(stored);
  }

  /** Tells whether a stored value is of this type. */
  public boolean accepts(Object stored) {
    return converter.fromType().isInstance(stored);
  }
}
