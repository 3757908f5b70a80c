package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.TextSearch;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Searches with GLOB, which compares by code point, unlike LIKE. */
enum SqliteTextSearch implements TextSearch {
  INSTANCE;

  @Override
  public Condition matches(Field<String> text, Field<String> pattern) {
    return DSL.condition("{0} glob {1}", text, pattern);
  }

  @Override
  public String pattern(String text) {
    StringBuilder pattern = new StringBuilder("*");
    text.codePoints()
        .mapToObj(TextSearch::variants)
        .map(SqliteTextFunctions::character)
        .forEach(pattern::append);
    return pattern.append('*').toString();
  }
}
