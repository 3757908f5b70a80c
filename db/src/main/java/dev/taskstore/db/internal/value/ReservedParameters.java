package dev.taskstore.db.internal.value;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Parameters of a statement that have values of their own, and that a row writer skips. */
public interface ReservedParameters {

  /** Returns whether the parameter at a position, from 1, is reserved. */
  boolean contains(int parameter);

  /** Binds the values of the reserved parameters. */
  void bind(PreparedStatement statement, ValueStorage storage) throws SQLException;
}
