package dev.taskstore.db.internal.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of SQL that are not values: words, quoted identifiers and punctuation. */
public final class SqlTokens {

  // Possessive quantifiers: long strings would otherwise overflow the stack.
  private static final Pattern TOKEN =
      Pattern.compile(
          "[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'?"
              + "|'[^']*+(?:''[^']*+)*+'?"
              + "|--[^\\n]*+"
              + "|/\\*(?s:.*?)(?:\\*/|\\z)"
              + "|(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?\\$)(?s:.*?)(?:\\1|\\z)"
              + "|(?<token>\"[^\"]*+(?:\"\"[^\"]*+)*+\"?|[\\p{L}_][\\p{L}\\p{N}_$#]*+|[;(),.])"
              + "|[0-9]\\w*+");

  private SqlTokens() {}

  /**
   * Returns the tokens of a text in order, without strings, numbers, comments and operators. A
   * quoted identifier begins with a double quote.
   */
  public static List<String> of(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      if (token.group("token") != null) {
        tokens.add(token.group("token"));
      }
    }
    return tokens;
  }

  /** Returns whether a token is a quoted identifier. */
  public static boolean isQuoted(String token) {
    return token.charAt(0) == '"';
  }

  /** Returns whether a token is a word or a quoted identifier. */
  public static boolean isName(String token) {
    return isQuoted(token) || ";(),.".indexOf(token.charAt(0)) < 0;
  }
}
