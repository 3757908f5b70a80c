package dev.taskstore.liquibase.sqlite.lexer;

import java.util.Locale;

/**
 * A token of SQL text.
 *
 * @param kind the kind of the token
 * @param text the token as it is written, with its quotes
 */
public record SqlToken(Kind kind, String text) {

  /** The kinds of tokens. Blanks are no tokens. */
  public enum Kind {
    /** A keyword, a name without quotes, or a number. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED,
    /** A text in single quotes. */
    STRING,
    /** A property of a changelog: <code>${name}</code>. */
    PROPERTY,
    /** A comment, with its delimiters. */
    COMMENT,
    /** Any other character. */
    SYMBOL
  }

  /** Returns whether the token is this character. */
  public boolean is(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Returns whether the token is this keyword; keywords have no case. */
  public boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Returns whether the token can be a name. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Returns the name without its quotes. */
  public String name() {
    if (kind != Kind.QUOTED) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    return switch (text.charAt(0)) {
      case '"' -> inner.replace("\"\"", "\"");
      case '`' -> inner.replace("``", "`");
      default -> inner;
    };
  }

  /** Returns the name in the form by which SQLite compares names: without case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the text of a comment without its delimiters and outer blanks. */
  public String comment() {
    String inner = text.substring(2);
    return inner.endsWith("*/") ? inner.substring(0, inner.length() - 2).strip() : inner.strip();
  }
}
