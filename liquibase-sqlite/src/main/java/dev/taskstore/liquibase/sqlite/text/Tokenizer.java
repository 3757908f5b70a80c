package dev.taskstore.liquibase.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits SQL of SQLite into tokens, also with the properties of a changelog. An unclosed token ends
 * with the text.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite: quotes of names</a>
 */
public final class Tokenizer {

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Tokenizer(String sql) {
    this.sql = sql;
  }

  /**
   * Returns the tokens of a text.
   *
   * @param sql the text
   * @return the tokens without comments
   */
  public static List<Token> tokens(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    while (tokenizer.position < sql.length()) {
      tokenizer.next();
    }
    tokenizer.tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
    return tokenizer.tokens;
  }

  /**
   * Returns the tokens to the parenthesis that closes the first one.
   *
   * @param sql the text
   * @return the tokens with comments; all tokens if no parenthesis closes the first one
   */
  public static List<Token> parenthesized(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    int depth = 0;
    while (tokenizer.position < sql.length()) {
      if (tokenizer.next()) {
        Token token = tokenizer.tokens.get(tokenizer.tokens.size() - 1);
        depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        if (token.isSymbol(')') && depth <= 0) {
          break;
        }
      }
    }
    return tokenizer.tokens;
  }

  /** Returns the text of the first comment between slashes and stars, or empty. */
  static Optional<String> comment(String sql) {
    int open = sql.indexOf("/*");
    int close = sql.indexOf("*/", open + 2);
    return open < 0 || close < 0
        ? Optional.empty()
        : Optional.of(sql.substring(open + 2, close).strip());
  }

  /** Reads a blank or a token, and returns whether it was a token. */
  private boolean next() {
    char first = sql.charAt(position);
    if (isBlank(first)) {
      position++;
      return false;
    }
    if (sql.startsWith("--", position)) {
      add(Token.Kind.COMMENT, after("\n", position));
    } else if (sql.startsWith("/*", position)) {
      add(Token.Kind.COMMENT, after("*/", position + 2));
    } else if (sql.startsWith("${", position)) {
      add(Token.Kind.PROPERTY, after("}", position));
    } else if (first == '\'') {
      quoted(Token.Kind.STRING, '\'', position);
    } else if (first == '"' || first == '`') {
      quoted(Token.Kind.QUOTED, first, position);
    } else if (first == '[') {
      add(Token.Kind.QUOTED, after("]", position));
    } else if ((first == 'x' || first == 'X') && at(position + 1) == '\'') {
      quoted(Token.Kind.BLOB, '\'', position + 1);
    } else if (isDigit(first) || (first == '.' && isDigit(at(position + 1)))) {
      number();
    } else if (isWordPart(first)) {
      int end = position;
      while (end < sql.length() && isWordPart(sql.charAt(end)) && !sql.startsWith("${", end)) {
        end++;
      }
      add(Token.Kind.WORD, end);
    } else {
      add(Token.Kind.SYMBOL, position + 1);
    }
    return true;
  }

  private void quoted(Token.Kind kind, char quote, int open) {
    int at = open + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) != quote) {
        at++;
      } else if (at(at + 1) == quote) {
        at += 2;
      } else {
        add(kind, at + 1);
        return;
      }
    }
    add(kind, sql.length());
  }

  private void number() {
    int end = position;
    while (end < sql.length()) {
      char character = sql.charAt(end);
      boolean sign =
          (character == '+' || character == '-')
              && (sql.charAt(end - 1) == 'e' || sql.charAt(end - 1) == 'E')
              && !sql.startsWith("0x", position)
              && !sql.startsWith("0X", position);
      if (!isWordPart(character) && character != '.' && !sign) {
        break;
      }
      end++;
    }
    add(Token.Kind.NUMBER, end);
  }

  private char at(int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  private int after(String text, int from) {
    int found = sql.indexOf(text, from);
    return found < 0 ? sql.length() : found + text.length();
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(position, end), position, end));
    position = end;
  }

  private static boolean isBlank(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** SQLite takes every character beyond ASCII as part of a word. */
  private static boolean isWordPart(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || isDigit(character)
        || character == '_'
        || character == '$'
        || character >= 0x80;
  }
}
