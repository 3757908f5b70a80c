package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextPattern;
import dev.taskstore.db.spi.TextSearch;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Matches patterns with GLOB, which compares by code point; LIKE ignores the case of A to Z. */
enum SqliteTextFunctions implements TextFunctions {
  INSTANCE;

  private static final Name TEXT = DSL.name("t");
  private static final Name SUFFIX = DSL.name("s");
  private static final Field<Boolean> ENDS_WITH =
      DSL.field(
          "substr({0}, length({0}) - length({1}) + 1) = {1} and length({1}) <= length({0})",
          Boolean.class, DSL.field(TEXT), DSL.field(SUFFIX));

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

  /**
   * GLOB limits the length of its pattern. The inner query computes the suffix once. Scopes accept
   * it because it consists of jOOQ's expressions.
   */
  @Override
  public Condition endsWith(Field<?> text, Field<?> suffix) {
    Table<?> values = DSL.select(text.as(TEXT), suffix.as(SUFFIX)).asTable(DSL.name("v"));
    return DSL.condition(DSL.field(DSL.select(ENDS_WITH).from(values)));
  }
}
