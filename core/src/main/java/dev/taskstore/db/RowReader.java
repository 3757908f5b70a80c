package dev.taskstore.db;

import dev.taskstore.spi.ValueStorage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a result's current row, as the dialect stores them. Not thread-safe. */
public final class RowReader {

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
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable String text(int column) throws SQLException {
    return resultSet.getString(column);
  }

  /**
   * Reads a UUID.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable UUID uuid(int column) throws SQLException {
    return storage.getUuid(resultSet, column);
  }

  /**
   * Reads an instant, in microseconds.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable Instant instant(int column) throws SQLException {
    return storage.getInstant(resultSet, column);
  }

  /**
   * Reads a 64-bit integer.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column is not there or holds something else
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
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable Integer integer(int column) throws SQLException {
    int value = resultSet.getInt(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Reads a 16-bit integer.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable Short smallint(int column) throws SQLException {
    short value = resultSet.getShort(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Reads a boolean.
   *
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column is not there or holds something else
   */
  public @Nullable Boolean bool(int column) throws SQLException {
    boolean value = resultSet.getBoolean(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Reads a number that is never null, such as a count.
   *
   * @param column the column's position, from 1
   * @return the value
   * @throws SQLException when the column is not there, is null or holds something else
   */
  public long count(int column) throws SQLException {
    long value = resultSet.getLong(column);
    if (resultSet.wasNull()) {
      throw new SQLException("Column " + column + " is null");
    }
    return value;
  }
}
