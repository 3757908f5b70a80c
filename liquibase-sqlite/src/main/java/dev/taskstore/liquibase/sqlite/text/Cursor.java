package dev.taskstore.liquibase.sqlite.text;

import java.util.List;

/** Reads the tokens of a definition, and its text. */
final class Cursor extends TokenReader {

  Cursor(String sql) {
    super(sql, Tokenizer.tokens(sql));
  }

  List<Token> since(int from) {
    return tokens().subList(from, position());
  }

  boolean nextIsAny(String... words) {
    for (String word : words) {
      if (nextIs(word)) {
        return true;
      }
    }
    return false;
  }

  void expectSymbol(char symbol) {
    if (!acceptSymbol(symbol)) {
      throw unexpected(String.valueOf(symbol));
    }
  }

  /** Reads a name and returns it as written. */
  String name() {
    Token token = peek(0);
    if (token == null || !token.isName()) {
      throw unexpected("a name");
    }
    moveTo(position() + 1);
    return token.text();
  }

  void parenthesized() {
    if (!nextIsSymbol('(')) {
      throw unexpected("(");
    }
    skip();
  }

  /** The index in the text after the token that was read last. */
  int end() {
    return position() == 0 ? 0 : tokens().get(position() - 1).end();
  }

  /** The index in the text of the next token, or the length of the text. */
  int nextStart() {
    Token token = peek(0);
    return token == null ? sql().length() : token.start();
  }

  /** The text from an index to the end of the token that was read last. */
  String textSince(int from) {
    return sql().substring(from, end());
  }

  /** The index after the block comment that follows the last token, or after that token. */
  int commentEnd() {
    int open = sql().indexOf("/*", end());
    if (open < 0 || open >= nextStart() || !sql().substring(end(), open).isBlank()) {
      return end();
    }
    int close = sql().indexOf("*/", open + 2);
    return close < 0 ? end() : close + 2;
  }

  String text(int from, int to) {
    return sql().substring(from, to);
  }

  int length() {
    return sql().length();
  }

  @Override
  protected UnreadableDefinitionException unexpected(String expected) {
    Token token = peek(0);
    String found = token == null ? "the end" : "a token of the kind " + token.kind();
    return new UnreadableDefinitionException(
        "Expected " + expected + " at character " + nextStart() + ", found " + found + ".");
  }
}
