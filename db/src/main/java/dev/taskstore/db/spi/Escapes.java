package dev.taskstore.db.spi;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Escapes the wildcards of {@code LIKE} in expressions. */
final class Escapes {

  private Escapes() {}

  /** Returns an expression whose wildcards follow an exclamation mark. */
  static Field<String> of(Field<?> text) {
    return DSL.field(
        "replace(replace(replace({0}, '!', '!!'), '%', '!%'), '_', '!_')",
        SQLDataType.VARCHAR, text);
  }
}
