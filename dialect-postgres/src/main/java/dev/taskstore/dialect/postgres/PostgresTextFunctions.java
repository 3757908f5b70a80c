package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextPattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Orders text and converts its case by the collation C, regardless of the server's locale. */
enum PostgresTextFunctions implements TextFunctions {
  INSTANCE;

  @Override
  public Condition matches(Field<?> text, TextPattern pattern) {
    return TextFunctions.super.matches(withoutPadding(text), pattern);
  }

  @Override
  public Condition startsWith(Field<?> text, Field<?> prefix) {
    return TextFunctions.super.startsWith(withoutPadding(text), prefix);
  }

  @Override
  public Condition contains(Field<?> text, Field<?> part) {
    return TextFunctions.super.contains(withoutPadding(text), part);
  }

  @Override
  public Condition endsWith(Field<?> text, Field<?> suffix) {
    return TextFunctions.super.endsWith(withoutPadding(text), suffix);
  }

  /** Patterns match the blanks that pad {@code char(n)}; the conversion to text removes them. */
  private static Field<?> withoutPadding(Field<?> text) {
    return TextType.of(text.getDataType()) == TextType.CHARACTER
        ? DSL.field("cast({0} as text)", SQLDataType.VARCHAR, text)
        : text;
  }

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
