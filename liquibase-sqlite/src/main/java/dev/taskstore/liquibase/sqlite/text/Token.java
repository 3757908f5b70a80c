package dev.taskstore.liquibase.sqlite.text;

/**
 * A token of SQLite's SQL. Comments and blanks are not tokens.
 *
 * @param kind the kind of token
 * @param text the text as written, with its quotes
 * @param start the index of its first character in the statement
 * @param end the index after its last character
 */
record Token(Kind kind, String text, int start, int end) {

  /** The kind of a token. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    BLOB,
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && Names.same(text, word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Returns whether SQLite accepts the token as a name; it also accepts strings. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  /** Returns whether an expression can name a column with this token. */
  boolean names(String name) {
    return (kind == Kind.WORD || kind == Kind.QUOTED) && Names.same(Names.plain(text), name);
  }
}
