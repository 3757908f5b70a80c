package dev.taskstore.liquibase.sqlite.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of limited or any length, as TEXT. */
record TextForm(int limit, boolean padded) implements ValueForm {

  static final int UNLIMITED = -1;

  @Override
  public String storage() {
    return "TEXT";
  }

  @Override
  public List<Limit> limits() {
    return limit == UNLIMITED
        ? List.of()
        : List.of(new Limit("length", column -> "length(" + column + ") <= " + limit));
  }

  /** As PostgreSQL, removes trailing blanks of char, and those of varchar that exceed the limit. */
  @Override
  public String literal(Object value) {
    String text =
        value instanceof Boolean condition ? condition.toString() : Literals.textOf(value);
    int least = padded ? 0 : limit;
    while (least != UNLIMITED && text.endsWith(" ") && length(text) > least) {
      text = text.substring(0, text.length() - 1);
    }
    if (limit != UNLIMITED && length(text) > limit) {
      throw new InvalidValueException("the text has more than " + limit + " characters");
    }
    return Literals.text(text);
  }

  @Override
  public @Nullable String now(CurrentTime function) {
    return switch (function) {
      case TIMESTAMP -> "strftime('%Y-%m-%d %H:%M:%f', 'now') || '+00'";
      case DATE -> "date('now')";
      case TIME -> "strftime('%H:%M:%f', 'now') || '+00'";
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
