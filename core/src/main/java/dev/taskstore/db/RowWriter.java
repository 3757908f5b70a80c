package dev.taskstore.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of a row one after the other: as the parameters of a statement, or as a line of
 * a bulk load. Not thread-safe.
 *
 * <p>Text and instants are checked on the way: {@link InvalidArgumentException} for a NUL
 * character, a lone surrogate or an instant outside of {@link Checks#MIN_INSTANT} to {@link
 * Checks#MAX_INSTANT}.
 */
public interface RowWriter {

  /**
   * Writes text.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter text(@Nullable String value) throws SQLException;

  /**
   * Writes a UUID.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter uuid(@Nullable UUID value) throws SQLException;

  /**
   * Writes an instant, in microseconds.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter instant(@Nullable Instant value) throws SQLException;

  /**
   * Writes a 64-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter bigint(@Nullable Long value) throws SQLException;

  /**
   * Writes a 32-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter integer(@Nullable Integer value) throws SQLException;

  /**
   * Writes a 16-bit integer.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter smallint(@Nullable Short value) throws SQLException;

  /**
   * Writes a boolean.
   *
   * @param value the value, or null for SQL NULL
   * @return this
   * @throws SQLException when the driver refuses the value
   */
  RowWriter bool(@Nullable Boolean value) throws SQLException;
}
