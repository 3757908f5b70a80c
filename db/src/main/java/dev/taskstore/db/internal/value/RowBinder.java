package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.SQLException;

/** Writes the values of one row of parameters. */
@FunctionalInterface
public interface RowBinder {

  /** Writes the values in the order of the parameters. */
  void bind(RowWriter row) throws SQLException;
}
