package dev.taskstore.codegen.sql;

import java.util.Locale;

/**
 * A piece of SQL. Comments and blanks are none.
 *
 * @param kind what it is
 * @param text an identifier without its quotes, a string without its quotes, else what is written
 * @param start where it begins in the script
 * @param end where it ends in the script, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED_IDENTIFIER,
    STRING,
    NUMBER,
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER;
  }

  /** The text as databases compare it: a word in lower case, everything else as it is. */
  String folded() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
  }
}
