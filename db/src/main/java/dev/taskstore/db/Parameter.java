package dev.taskstore.db;

import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * Creates the parameters of a {@link KeysetQuery}. The arguments of a call are bound to them in the
 * order in which they occur in the SQL. Thread-safe.
 */
public final class Parameter {

  private Parameter() {}

  /**
   * Creates a parameter with the type of a column.
   *
   * @param field the column
   * @param <T> the type of the column
   * @return the parameter
   */
  public static <T> Param<T> of(Field<T> field) {
    return DSL.val((T) null, field);
  }
}
