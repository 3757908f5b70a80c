package dev.taskstore.liquibase.sqlite.lexer;

import dev.taskstore.liquibase.sqlite.lexer.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits SQL text into tokens. Text that is not well-formed ends with its last character. */
public final class SqlLexer {

  private final String sql;
  private int position;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  /** Returns the tokens of SQL text, comments included. */
  public static List<SqlToken> tokens(String sql) {
    return new SqlLexer(sql).read(Integer.MAX_VALUE);
  }

  /**
   * Returns the tokens from the first parenthesis of the text to the parenthesis that closes it,
   * both included, or all tokens if none closes it.
   */
  public static List<SqlToken> parenthesized(String sql) {
    return new SqlLexer(sql).read(0);
  }

  private List<SqlToken> read(int endDepth) {
    List<SqlToken> tokens = new ArrayList<>();
    int depth = 0;
    while (true) {
      while (position < sql.length() && isBlank(sql.charAt(position))) {
        position++;
      }
      if (position >= sql.length()) {
        return tokens;
      }
      SqlToken token = next();
      tokens.add(token);
      if (token.is('(')) {
        depth++;
      } else if (token.is(')') && --depth <= endDepth && endDepth == 0) {
        return tokens;
      }
    }
  }

  private SqlToken next() {
    int start = position;
    char first = sql.charAt(start);
    if (sql.startsWith("--", start)) {
      return token(Kind.COMMENT, endOf("\n", start + 2, 0));
    }
    if (sql.startsWith("/*", start)) {
      return token(Kind.COMMENT, endOf("*/", start + 2, 2));
    }
    if (sql.startsWith("${", start)) {
      return token(Kind.PROPERTY, endOf("}", start + 2, 1));
    }
    if (first == '\'') {
      return token(Kind.STRING, endOfQuoted('\'', start));
    }
    if (first == '"' || first == '`') {
      return token(Kind.QUOTED, endOfQuoted(first, start));
    }
    if (first == '[') {
      return token(Kind.QUOTED, endOf("]", start + 1, 1));
    }
    int end = start;
    while (end < sql.length() && isWordPart(end)) {
      end++;
    }
    if (end > start) {
      return token(Kind.WORD, end);
    }
    return token(Kind.SYMBOL, start + 1);
  }

  private SqlToken token(Kind kind, int end) {
    String text = sql.substring(position, end);
    position = end;
    return new SqlToken(kind, text);
  }

  private int endOf(String delimiter, int from, int length) {
    int index = sql.indexOf(delimiter, from);
    return index < 0 ? sql.length() : index + length;
  }

  /** A doubled quote is part of the text. */
  private int endOfQuoted(char quote, int start) {
    int index = start + 1;
    while (index < sql.length()) {
      if (sql.charAt(index) != quote) {
        index++;
      } else if (index + 1 < sql.length() && sql.charAt(index + 1) == quote) {
        index += 2;
      } else {
        return index + 1;
      }
    }
    return sql.length();
  }

  private static boolean isBlank(char character) {
    return character <= ' ';
  }

  /** SQLite permits a dollar sign in names; with a brace it begins a property. */
  private boolean isWordPart(int index) {
    char character = sql.charAt(index);
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character > 127
        || (character == '$' && !sql.startsWith("${", index));
  }
}
