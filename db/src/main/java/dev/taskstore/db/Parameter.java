package dev.taskstore.db;

import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Placeholders of a {@link KeysetQuery}, bound to a call's arguments in the order of the text. */
public final class Parameter {

  private Parameter() {}

  /**
   * A placeholder for a value of a column's type.
   *
   * @param field the column
   * @param <T> its type
   * @return the placeholder
   */
  public static <T> Param<T> of(Field<T> field) {
    return DSL.val((T) null, field);
  }
}
