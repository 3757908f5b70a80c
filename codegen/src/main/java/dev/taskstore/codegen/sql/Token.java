package dev.taskstore.codegen.sql;

import java.util.Locale;

/**
 * A token of SQL. Comments and blanks are not tokens.
 *
 * @param kind the kind of token
 * @param text the text; of identifiers and strings, without quotes
 * @param start the index of its first character in the script
 * @param end the index after its last character
 */
record Token(Kind kind, String text, int start, int end) {

  /** The kind of a token. */
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

  /** The text as databases compare it: a word in lower case, anything else unchanged. */
  String folded() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
  }
}
