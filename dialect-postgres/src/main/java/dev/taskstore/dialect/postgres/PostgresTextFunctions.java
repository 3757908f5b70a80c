package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.TextFunctions;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Orders text and converts its case by the collation C, regardless of the server's locale. */
enum PostgresTextFunctions implements TextFunctions {
  INSTANCE;

  @Override
  public Field<String> lower(Field<?> text) {
    return DSL.field("lower({0} collate \"C\")", SQLDataType.VARCHAR, text);
  }

  @Override
  public Field<String> upper(Field<?> text) {
    return DSL.field("upper({0} collate \"C\")", SQLDataType.VARCHAR, text);
  }

  @Override
  public Field<?> ordered(Field<?> text) {
    return DSL.field("({0} collate \"C\")", text.getDataType(), text);
  }
}
