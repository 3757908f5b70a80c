package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.JdbcRowWriter;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receives the values of a row one after the other, in the types that every dialect stores, and
 * writes them as parameters of a statement or as a line of a bulk load. Not thread-safe.
 *
 * <p>Does not validate values: {@link Codec} and {@link MappedColumn} do.
 */
public interface RowWriter {

  /**
   * Returns a writer that binds the values of one row to the parameters of a statement, from the
   * first one on.
   *
   * @param statement the statement
   * @param storage how the dialect stores values
   * @return the writer
   */
  static RowWriter toParameters(PreparedStatement statement, ValueStorage storage) {
    return new JdbcRowWriter(statement, storage);
  }

  /**
   * Writes text.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter text(@Nullable String value) throws SQLException;

  /**
   * Writes text to a column for which databases may have a type of their own.
   *
   * @param value the value, or null for SQL NULL
   * @param type the type of the column
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  default RowWriter text(@Nullable String value, TextType type) throws SQLException {
    return text(value);
  }

  /**
   * Writes a UUID.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter uuid(@Nullable UUID value) throws SQLException;

  /**
   * Writes an instant.
   *
   * @param value the value in whole microseconds, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter instant(@Nullable Instant value) throws SQLException;

  /**
   * Writes a 64-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter bigint(@Nullable Long value) throws SQLException;

  /**
   * Writes a 32-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter integer(@Nullable Integer value) throws SQLException;

  /**
   * Writes a 16-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter smallint(@Nullable Short value) throws SQLException;

  /**
   * Writes a boolean.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter bool(@Nullable Boolean value) throws SQLException;

  /**
   * Writes a decimal.
   *
   * @param value the value with the scale of its column, or null for SQL NULL
   * @param precision the number of digits of the column
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter decimal(@Nullable BigDecimal value, int precision) throws SQLException;

  /**
   * Writes a floating-point number of 64 bits.
   *
   * @param value the value, which is finite and not the negative zero, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter doublePrecision(@Nullable Double value) throws SQLException;

  /**
   * Writes a floating-point number of 32 bits.
   *
   * @param value the value, which is finite and not the negative zero, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter real(@Nullable Float value) throws SQLException;

  /**
   * Writes a timestamp without a time zone.
   *
   * @param value the value in whole microseconds, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter timestamp(@Nullable LocalDateTime value) throws SQLException;

  /**
   * Writes a date.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter date(@Nullable LocalDate value) throws SQLException;

  /**
   * Writes a time of day.
   *
   * @param value the value in whole microseconds, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter time(@Nullable LocalTime value) throws SQLException;

  /**
   * Writes binary data.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver rejects the value
   */
  RowWriter bytes(@Nullable Bytes value) throws SQLException;
}
