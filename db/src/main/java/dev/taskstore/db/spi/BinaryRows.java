package dev.taskstore.db.spi;

import java.sql.SQLException;

/**
 * The result of a query, read in the form of bytes: faster than a {@link java.sql.ResultSet} where
 * rows are only compared or digested. Not thread-safe.
 *
 * <p>Numbers are big-endian. Text is UTF-8; a UUID has 16 bytes; an instant is its microseconds
 * since 1970 in 8 bytes; a date is its days since 1970 in 4 bytes; a time of day is its
 * microseconds since midnight in 8 bytes; integers have 8, 4 and 2 bytes; a timestamp without a
 * time zone has the form of the same instant of UTC; floating-point numbers have the 8 or 4 bytes
 * of IEEE 754; a boolean is one byte, 0 or 1; binary data is as it is.
 */
public interface BinaryRows extends AutoCloseable {

  /** The length of NULL. */
  int NULL = -1;

  /**
   * Reads the next row.
   *
   * @return false after the last row
   * @throws SQLException if the rows cannot be read
   */
  boolean next() throws SQLException;

  /**
   * Returns the array that contains the values of the current row.
   *
   * @return the array, which {@link #next} may change
   */
  byte[] bytes();

  /**
   * Returns where a value of the current row begins.
   *
   * @param column the position of the column, from 0
   * @return an index of {@link #bytes}
   */
  int offset(int column);

  /**
   * Returns the number of bytes of a value of the current row.
   *
   * @param column the position of the column, from 0
   * @return the length, or {@link #NULL}
   */
  int length(int column);

  /**
   * Returns whether repositories can read all values that were read so far, apart from NULL in
   * columns that do not allow it. The bytes of other values have no meaning.
   */
  boolean isReadable();

  /**
   * Ends reading; may read the rows that remain.
   *
   * @throws SQLException if the connection fails
   */
  @Override
  void close() throws SQLException;
}
