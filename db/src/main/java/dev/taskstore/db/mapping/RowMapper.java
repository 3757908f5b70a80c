package dev.taskstore.db.mapping;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of a row. Stateless.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {

  /**
   * Reads the current row.
   *
   * @param row the row
   * @return what it stands for
   * @throws SQLException when a column cannot be read
   */
  T map(RowReader row) throws SQLException;
}
