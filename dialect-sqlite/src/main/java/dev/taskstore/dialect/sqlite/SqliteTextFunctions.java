package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextPattern;
import dev.taskstore.db.spi.TextSearch;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Matches patterns with GLOB, which compares by code point; LIKE ignores the case of A to Z. */
enum SqliteTextFunctions implements TextFunctions {
  INSTANCE;

  @Override
  public Condition matches(Field<?> text, TextPattern pattern) {
    return DSL.condition(
        "({0} glob {1})",
        text,
        pattern.render(
            "",
            pattern.ignoresCase()
                ? codePoint -> character(TextSearch.variants(codePoint))
                : codePoint -> character(Set.of(codePoint)),
            "?",
            "*",
            ""));
  }

  /** Returns the pattern of one character that has several forms. */
  static String character(Set<Integer> forms) {
    boolean isClass = forms.size() > 1 || forms.stream().anyMatch(form -> "*?[".indexOf(form) >= 0);
    StringBuilder pattern = new StringBuilder(isClass ? "[" : "");
    forms.forEach(pattern::appendCodePoint);
    return pattern.append(isClass ? "]" : "").toString();
  }

  @Override
  public Condition startsWith(Field<?> text, Field<?> prefix) {
    return DSL.condition("(instr({0}, {1}) = 1)", text, prefix);
  }

  @Override
  public Condition contains(Field<?> text, Field<?> part) {
    return DSL.condition("(instr({0}, {1}) > 0)", text, part);
  }

  /** GLOB limits the length of its pattern. The inner query computes the suffix once. */
  @Override
  public Condition endsWith(Field<?> text, Field<?> suffix) {
    return DSL.condition(
        "(select substr(t, length(t) - length(s) + 1) = s and length(s) <= length(t)"
            + " from (select {0} as t, {1} as s))",
        text, suffix);
  }
}
