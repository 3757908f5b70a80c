package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits a script into tokens. An unclosed token ends with the script. */
final class Tokenizer {

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Tokenizer(String sql) {
    this.sql = sql;
  }

  static List<Token> tokens(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    while (tokenizer.position < sql.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char first = sql.charAt(position);
    if (Character.isWhitespace(first)) {
      position++;
    } else if (sql.startsWith("--", position)) {
      position = after("\n", position);
    } else if (sql.startsWith("/*", position)) {
      position = after("*/", position + 2);
    } else if (first == '\'') {
      quoted(Token.Kind.STRING, '\'', position, false);
    } else if (first == '"' || first == '`') {
      quoted(Token.Kind.QUOTED_IDENTIFIER, first, position, false);
    } else if (first == '[' && closesAsIdentifier()) {
      quoted(Token.Kind.QUOTED_IDENTIFIER, ']', position, false);
    } else if (startsPrefixedString(first)) {
      quoted(Token.Kind.STRING, '\'', position + 1, first == 'e' || first == 'E');
    } else if (first == '$' && dollarTag() > position) {
      dollarQuoted();
    } else if (Character.isDigit(first)) {
      run(Token.Kind.NUMBER);
    } else if (startsWord(first)) {
      run(Token.Kind.WORD);
    } else {
      add(Token.Kind.SYMBOL, String.valueOf(first), position + 1);
    }
  }

  /** {@code [name]} is an identifier on some databases; {@code a[1]} and {@code int[]} are not. */
  private boolean closesAsIdentifier() {
    boolean apart = position == 0 || !Character.isJavaIdentifierPart(sql.charAt(position - 1));
    return apart && position + 1 < sql.length() && startsWord(sql.charAt(position + 1));
  }

  private boolean startsPrefixedString(char first) {
    return "eExXbBnN".indexOf(first) >= 0
        && position + 1 < sql.length()
        && sql.charAt(position + 1) == '\'';
  }

  private void quoted(Token.Kind kind, char quote, int open, boolean backslashEscapes) {
    StringBuilder text = new StringBuilder();
    int at = open + 1;
    while (at < sql.length()) {
      char character = sql.charAt(at);
      boolean doubled = character == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote;
      boolean escaped = backslashEscapes && character == '\\' && at + 1 < sql.length();
      if (doubled || escaped) {
        text.append(sql.charAt(at + 1));
        at += 2;
      } else if (character == quote) {
        add(kind, text.toString(), at + 1);
        return;
      } else {
        text.append(character);
        at++;
      }
    }
    add(kind, text.toString(), sql.length());
  }

  /** The end of {@code $tag$} at the position, or the position if there is none. */
  private int dollarTag() {
    int at = position + 1;
    while (at < sql.length() && sql.charAt(at) != '$') {
      if (!Character.isJavaIdentifierPart(sql.charAt(at))) {
        return position;
      }
      at++;
    }
    return at < sql.length() && !Character.isDigit(sql.charAt(position + 1)) ? at + 1 : position;
  }

  private void dollarQuoted() {
    int open = dollarTag();
    String tag = sql.substring(position, open);
    int close = sql.indexOf(tag, open);
    if (close < 0) {
      add(Token.Kind.STRING, sql.substring(open), sql.length());
    } else {
      add(Token.Kind.STRING, sql.substring(open, close), close + tag.length());
    }
  }

  private void run(Token.Kind kind) {
    int at = position;
    while (at < sql.length() && continues(kind, sql.charAt(at))) {
      at++;
    }
    add(kind, sql.substring(position, at), at);
  }

  private static boolean continues(Token.Kind kind, char character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || (kind == Token.Kind.NUMBER ? character == '.' : character == '$' || character == '#');
  }

  private static boolean startsWord(char character) {
    return Character.isLetter(character) || character == '_' || character == '#';
  }

  private int after(String text, int from) {
    int found = sql.indexOf(text, from);
    return found < 0 ? sql.length() : found + text.length();
  }

  private void add(Token.Kind kind, String text, int end) {
    tokens.add(new Token(kind, text, position, end));
    position = end;
  }
}
