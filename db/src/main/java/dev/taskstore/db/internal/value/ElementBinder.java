package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.SQLException;

/** Writes the values of one element of a batch. */
@FunctionalInterface
public interface ElementBinder<E> {

  /** Writes the values in the order of the parameters. */
  void bind(E element, RowWriter row) throws SQLException;
}
