package dev.taskstore.liquibase.sqlite.text;

/**
 * A token of SQLite's SQL. Blanks are not tokens.
 *
 * @param kind the kind of token
 * @param text the text as written, with its quotes or delimiters
 * @param start the index of its first character in the text
 * @param end the index after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** The kind of a token. */
  public enum Kind {
    /** A keyword, or a name without quotes. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED,
    /** A text in single quotes. */
    STRING,
    /** A number. */
    NUMBER,
    /** A binary value, as in {@code x'00'}. */
    BLOB,
    /** A property of a changelog: <code>${name}</code>. */
    PROPERTY,
    /** A comment, with its delimiters. */
    COMMENT,
    /** Any other character. */
    SYMBOL
  }

  /**
   * Returns whether the token is a keyword.
   *
   * @param word the keyword, in any case
   * @return whether the token is this word without quotes
   */
  public boolean isWord(String word) {
    return kind == Kind.WORD && Names.same(text, word);
  }

  /**
   * Returns whether the token is a symbol.
   *
   * @param symbol the character
   * @return whether the token is this character
   */
  public boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Returns whether SQLite accepts the token as a name in a definition, where it may be a text. */
  boolean isName() {
    return isColumnName() || kind == Kind.STRING;
  }

  /**
   * Returns whether the token can be the name of a column in an expression.
   *
   * @return whether it is a word or a quoted name
   */
  public boolean isColumnName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Returns whether an expression can name a column with this token. */
  boolean names(String name) {
    return isColumnName() && Names.same(name(), name);
  }

  /**
   * Returns the name without its quotes.
   *
   * @return the name; the text of a token that is not a name
   */
  public String name() {
    return isName() ? Names.plain(text) : text;
  }

  /**
   * Returns the text of a comment.
   *
   * @return the text without its delimiters and outer blanks
   */
  public String comment() {
    String inner = text.substring(2);
    return inner.endsWith("*/") ? inner.substring(0, inner.length() - 2).strip() : inner.strip();
  }
}
