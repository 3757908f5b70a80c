package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowReader;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are checked.
 *
 * @param field the column
 * @param codec reads and validates its values; null for a type that repositories do not support
 */
record CheckedColumn(Field<?> field, @Nullable Codec<?, Object> codec) {

  /** Takes the place of a value that the column does not allow. */
  static final Object UNREADABLE = new Object();

  static CheckedColumn of(Field<?> field) {
    try {
      return new CheckedColumn(field, Codec.of(field.getDataType()));
    } catch (IllegalArgumentException e) {
      return new CheckedColumn(field, null);
    }
  }

  String name() {
    return field.getName();
  }

  /** Returns the texts of the constants of an enum; empty if the column has another type. */
  List<String> textsOfEnum() {
    Object @Nullable [] constants = codec == null ? null : codec.javaType().getEnumConstants();
    if (codec == null || constants == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object constant : constants) {
      if (!(codec.toStored(constant) instanceof String text)) {
        return List.of();
      }
      texts.add(text);
    }
    return texts;
  }

  /** Returns the value at a position, null, or {@link #UNREADABLE}. */
  @Nullable Object read(RowReader row, int position) throws SQLException {
    try {
      if (codec == null) {
        return row.text(position);
      }
      Object value = codec.read(row, position);
      codec.validate(name(), value);
      return value;
    } catch (DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | InvalidArgumentException e) {
      return UNREADABLE;
    } catch (SQLException e) {
      if (!RowReader.isDataException(e)) {
        throw e;
      }
      return UNREADABLE;
    }
  }
}
