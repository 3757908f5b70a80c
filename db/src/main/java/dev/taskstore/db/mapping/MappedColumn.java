package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import java.sql.SQLException;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a mapped table: its codec and the limits of its values. Generated mappings have one
 * for each column.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type of a value
 */
public sealed interface MappedColumn<T> permits CodecColumn {

  /**
   * Returns a column without limits of its values' length.
   *
   * @param field the column in jOOQ's table
   * @param codec the codec of its type
   * @param <T> the Java type of a value
   * @return the column
   */
  static <T> MappedColumn<T> of(TableField<?, T> field, Codec<?, T> codec) {
    return new CodecColumn<>(ValidationSubject.of(field), codec, List.of());
  }

  /**
   * Adds a limit of the length: of text or JSON in code points, of binary data in bytes.
   *
   * @param minimum the minimum length
   * @param maximum the maximum length
   * @param constraint the name of the constraint that sets the limit, or null
   * @return a copy of this column with the additional limit
   */
  MappedColumn<T> withLength(int minimum, int maximum, @Nullable String constraint);

  /**
   * Validates a value before any SQL runs.
   *
   * @param value the value; null is valid
   * @throws InvalidArgumentException when no dialect stores the value, or its length exceeds a
   *     limit; the exception names the column and the constraint
   */
  void validate(@Nullable T value);

  /**
   * Writes a value that is already validated and normalized.
   *
   * @param row receives the value
   * @param value the value, or null for SQL NULL
   * @throws SQLException when the driver rejects the value
   */
  void write(RowWriter row, @Nullable T value) throws SQLException;

  /**
   * Validates, normalizes and writes a value of a condition, such as a key.
   *
   * @param row receives the value
   * @param value the value, or null for SQL NULL
   * @throws InvalidArgumentException when no dialect stores the value
   * @throws SQLException when the driver rejects the value
   */
  void writeParameter(RowWriter row, @Nullable T value) throws SQLException;

  /**
   * Reads a value of a nullable column.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws InvalidRowException when the column contains a value that its type does not allow
   * @throws SQLException when the row cannot be read
   */
  @Nullable T read(RowReader row, int column) throws SQLException;

  /**
   * Reads a value of a NOT NULL column.
   *
   * @param row the row
   * @param column the column's position, from 1
   * @return the value
   * @throws InvalidRowException when the column is null, or contains a value that its type does not
   *     allow
   * @throws SQLException when the row cannot be read
   */
  T require(RowReader row, int column) throws SQLException;
}
