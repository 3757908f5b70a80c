package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Set;

/** Finds the semicolon that ends a statement. */
final class StatementEnd {

  private static final Set<String> WITH_BODY = Set.of("trigger", "function", "procedure");
  private static final Set<String> BEFORE_KIND =
      Set.of("or", "replace", "temp", "temporary", "constraint", "editionable");
  // These blocks are not counted at their start, so END must not count them.
  private static final Set<String> UNCOUNTED = Set.of("if", "loop", "while", "repeat", "for");

  private StatementEnd() {}

  /** The index of the semicolon, or the number of tokens if there is none. */
  static int after(List<Token> tokens, int begin) {
    boolean body = hasBody(tokens, begin);
    int parentheses = 0;
    int blocks = 0;
    for (int i = begin; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol("(")) {
        parentheses++;
      } else if (token.isSymbol(")")) {
        parentheses = Math.max(0, parentheses - 1);
      } else if (body) {
        blocks = Math.max(0, blocks + blockChange(tokens, i));
      }
      if (token.isSymbol(";") && parentheses == 0 && blocks == 0) {
        return i;
      }
    }
    return parentheses > 0 ? firstSemicolon(tokens, begin) : tokens.size();
  }

  /** If parentheses are not closed, the statement ends at the next semicolon. */
  private static int firstSemicolon(List<Token> tokens, int begin) {
    for (int i = begin; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol(";")) {
        return i;
      }
    }
    return tokens.size();
  }

  private static boolean hasBody(List<Token> tokens, int begin) {
    if (!tokens.get(begin).isWord("create")) {
      return false;
    }
    int at = begin + 1;
    while (at < tokens.size() && isWordOf(tokens.get(at), BEFORE_KIND)) {
      at++;
    }
    return at < tokens.size() && isWordOf(tokens.get(at), WITH_BODY);
  }

  private static int blockChange(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean opensCase = token.isWord("case") && (at == 0 || !tokens.get(at - 1).isWord("end"));
    if (token.isWord("begin") || opensCase) {
      return 1;
    }
    boolean counted = at + 1 >= tokens.size() || !isWordOf(tokens.get(at + 1), UNCOUNTED);
    return token.isWord("end") && counted ? -1 : 0;
  }

  private static boolean isWordOf(Token token, Set<String> words) {
    return token.kind() == Token.Kind.WORD && words.contains(token.folded());
  }
}
