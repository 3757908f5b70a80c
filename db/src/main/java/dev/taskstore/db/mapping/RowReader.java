package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a result's current row, in the types that every dialect stores; {@link
 * Codecs} reads all others. Not thread-safe.
 */
public final class RowReader {

  /** Drivers decode malformed text to this character. */
  private static final char REPLACEMENT = '\uFFFD';

  private final ResultSet resultSet;
  private final ValueStorage storage;

  /**
   * Creates a reader.
   *
   * @param resultSet the result, which the caller moves and closes
   * @param storage how the dialect stores values
   */
  public RowReader(ResultSet resultSet, ValueStorage storage) {
    this.resultSet = resultSet;
    this.storage = storage;
  }

  /**
   * Reads text.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist, or contains a NUL character, malformed
   *     text or something else
   */
  public @Nullable String text(int column) throws SQLException {
    String value = resultSet.getString(column);
    if (value != null
        && (value.indexOf(0) >= 0
            || (value.indexOf(REPLACEMENT) >= 0 && !storage.isWellFormed(resultSet, column)))) {
      throw new SQLDataException("Column " + column + " contains malformed text");
    }
    return value;
  }

  /**
   * Reads a UUID.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable UUID uuid(int column) throws SQLException {
    return storage.getUuid(resultSet, column);
  }

  /**
   * Reads an instant, in microseconds.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Instant instant(int column) throws SQLException {
    return storage.getInstant(resultSet, column);
  }

  /**
   * Reads a 64-bit integer.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Long bigint(int column) throws SQLException {
    long value = resultSet.getLong(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Reads a 32-bit integer.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Integer integer(int column) throws SQLException {
    Long value = bigint(column);
    if (value != null && value.intValue() != value) {
      throw outOfRange(column);
    }
    return value == null ? null : value.intValue();
  }

  /**
   * Reads a 16-bit integer.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Short smallint(int column) throws SQLException {
    Long value = bigint(column);
    if (value != null && value.shortValue() != value) {
      throw outOfRange(column);
    }
    return value == null ? null : value.shortValue();
  }

  /** Drivers of databases that store every integer in 64 bits would truncate the value. */
  private static SQLException outOfRange(int column) {
    return new SQLDataException("Column " + column + " contains a number that is out of range");
  }

  /**
   * Returns whether a failure is a value that cannot be read as its type: an SQLSTATE of class 22.
   *
   * @param failure the failure of a read
   * @return true if the value is at fault
   */
  public static boolean isDataException(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLDataException || (state != null && state.startsWith("22"));
  }

  /**
   * Reads a boolean.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Boolean bool(int column) throws SQLException {
    return storage.getBoolean(resultSet, column);
  }

  /**
   * Reads a decimal.
   *
   * @param column the column's position, from 1
   * @param precision the number of digits of the column
   * @param scale the number of digits after the decimal point
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable BigDecimal decimal(int column, int precision, int scale) throws SQLException {
    return storage.getDecimal(resultSet, column, precision, scale);
  }

  /**
   * Reads a floating-point number of 64 bits.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Double doublePrecision(int column) throws SQLException {
    return storage.getDouble(resultSet, column);
  }

  /**
   * Reads a floating-point number of 32 bits.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Float real(int column) throws SQLException {
    return storage.getReal(resultSet, column);
  }

  /**
   * Reads a timestamp without a time zone, in microseconds.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable LocalDateTime timestamp(int column) throws SQLException {
    return storage.getTimestamp(resultSet, column);
  }

  /**
   * Reads a date.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable LocalDate date(int column) throws SQLException {
    return storage.getDate(resultSet, column);
  }

  /**
   * Reads a time of day, in microseconds.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable LocalTime time(int column) throws SQLException {
    return storage.getTime(resultSet, column);
  }

  /**
   * Reads binary data.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column does not exist or contains something else
   */
  public @Nullable Bytes bytes(int column) throws SQLException {
    byte[] content = storage.getBytes(resultSet, column);
    return content == null ? null : Bytes.of(content);
  }

  /**
   * Reads a number that is never null, such as a count.
   *
   * @param column the column's position, from 1
   * @return the value
   * @throws SQLException when the column does not exist, is null or contains something else
   */
  public long count(int column) throws SQLException {
    long value = resultSet.getLong(column);
    if (resultSet.wasNull()) {
      throw new SQLException("Column " + column + " is null");
    }
    return value;
  }

  /**
   * Reads a number with any number of digits that is never null, such as a sum of values.
   *
   * @param column the column's position, from 1
   * @return the value
   * @throws SQLException when the column does not exist, is null or contains something else
   */
  public BigDecimal number(int column) throws SQLException {
    BigDecimal value = resultSet.getBigDecimal(column);
    if (value == null) {
      throw new SQLException("Column " + column + " is null");
    }
    return value;
  }
}
