package dev.taskstore.db.mapping;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Maps a row to an object. Stateless.
 *
 * @param <T> the type of the object
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {

  /**
   * Reads the current row.
   *
   * @param row the row
   * @return the object
   * @throws SQLException when a column cannot be read
   */
  T map(RowReader row) throws SQLException;
}
