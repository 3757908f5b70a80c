package dev.taskstore.db;

import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

public final class Parameter {
  public static <T> Param<T> of(Field<T> field) {
    return DSL.val((T) null, field);
  }
}
