package dev.taskstore.liquibase.sqlite.text;

import java.util.List;
import java.util.stream.Collectors;

/** Compares expressions of SQL by their tokens. */
public final class Expressions {

  private Expressions() {}

  /**
   * Returns an expression in a form in which equal expressions are equal: without quotes of names,
   * blanks and comments, in lower case except for strings.
   *
   * @param expression the expression
   * @return the form for comparisons; it is not SQL
   */
  public static String comparable(String expression) {
    return comparable(Tokenizer.tokens(expression));
  }

  /** The condition of a CHECK in the same form; empty without one. */
  static String checked(List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).isWord("CHECK")) {
        return comparable(tokens.subList(i + 2, tokens.size() - 1));
      }
    }
    return "";
  }

  private static String comparable(List<Token> tokens) {
    return tokens.stream()
        .map(
            token ->
                token.kind() == Token.Kind.STRING
                    ? token.text()
                    : Names.fold(Names.plain(token.text())))
        .collect(Collectors.joining(" "));
  }
}
