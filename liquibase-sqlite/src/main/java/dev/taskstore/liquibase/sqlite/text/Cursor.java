package dev.taskstore.liquibase.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement one after the other. */
final class Cursor {

  private final String sql;
  private final List<Token> tokens;
  private int position;

  Cursor(String sql) {
    this.sql = sql;
    this.tokens = Tokenizer.tokens(sql);
  }

  boolean atEnd() {
    return position >= tokens.size();
  }

  int position() {
    return position;
  }

  List<Token> since(int from) {
    return tokens.subList(from, position);
  }

  private @Nullable Token peek(int ahead) {
    return position + ahead < tokens.size() ? tokens.get(position + ahead) : null;
  }

  boolean nextIs(String... words) {
    for (int i = 0; i < words.length; i++) {
      Token token = peek(i);
      if (token == null || !token.isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean nextIsAny(String... words) {
    for (String word : words) {
      if (nextIs(word)) {
        return true;
      }
    }
    return false;
  }

  boolean accept(String... words) {
    boolean found = nextIs(words);
    if (found) {
      position += words.length;
    }
    return found;
  }

  void expect(String... words) {
    if (!accept(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  boolean nextIsSymbol(char symbol) {
    Token token = peek(0);
    return token != null && token.isSymbol(symbol);
  }

  boolean acceptSymbol(char symbol) {
    boolean found = nextIsSymbol(symbol);
    if (found) {
      position++;
    }
    return found;
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
    position++;
    return token.text();
  }

  /** Reads a token, or a pair of parentheses with its content. */
  void skip() {
    int depth = 0;
    do {
      Token token = peek(0);
      if (token == null) {
        throw unexpected(")");
      }
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      position++;
    } while (depth > 0);
  }

  void parenthesized() {
    if (!nextIsSymbol('(')) {
      throw unexpected("(");
    }
    skip();
  }

  /** The index in the text after the token that was read last. */
  int end() {
    return position == 0 ? 0 : tokens.get(position - 1).end();
  }

  /** The index in the text of the next token, or the length of the text. */
  int nextStart() {
    Token token = peek(0);
    return token == null ? sql.length() : token.start();
  }

  /** The text from an index to the end of the token that was read last. */
  String textSince(int from) {
    return sql.substring(from, end());
  }

  /** The index after the block comment that follows the last token, or after that token. */
  int commentEnd() {
    int open = sql.indexOf("/*", end());
    if (open < 0 || open >= nextStart() || !sql.substring(end(), open).isBlank()) {
      return end();
    }
    int close = sql.indexOf("*/", open + 2);
    return close < 0 ? end() : close + 2;
  }

  String text(int from, int to) {
    return sql.substring(from, to);
  }

  int length() {
    return sql.length();
  }

  UnreadableDefinitionException unexpected(String expected) {
    Token token = peek(0);
    String found = token == null ? "the end" : "a token of the kind " + token.kind();
    return new UnreadableDefinitionException(
        "Expected " + expected + " at character " + nextStart() + ", found " + found + ".");
  }
}
