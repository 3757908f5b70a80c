package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Walks along the tokens of a statement. */
final class TokenReader {

  private final String sql;
  private final List<Token> tokens;
  private int position;

  TokenReader(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  boolean atEnd() {
    return position >= tokens.size();
  }

  Optional<Token> peek() {
    return peek(0);
  }

  private Optional<Token> peek(int ahead) {
    int at = position + ahead;
    return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
  }

  boolean nextIs(String... words) {
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (peek(i).filter(token -> token.isWord(word)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  boolean nextIsAnyOf(Set<String> lowerCaseWords) {
    return peek()
        .filter(token -> token.kind() == Token.Kind.WORD)
        .filter(token -> lowerCaseWords.contains(token.folded()))
        .isPresent();
  }

  boolean nextIsSymbol(String symbol) {
    return peek().filter(token -> token.isSymbol(symbol)).isPresent();
  }

  /** Takes all these words when they come next. */
  boolean accept(String... words) {
    boolean found = nextIs(words);
    if (found) {
      position += words.length;
    }
    return found;
  }

  boolean acceptSymbol(String symbol) {
    boolean found = nextIsSymbol(symbol);
    if (found) {
      position++;
    }
    return found;
  }

  void expect(String... words) {
    if (!accept(words)) {
      throw new UnreadableStatementException(String.join(" ", Arrays.asList(words)));
    }
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw new UnreadableStatementException(symbol);
    }
  }

  /** Takes a name, and of {@code a.b.c} the last part. */
  String name() {
    List<String> parts = qualifiedName();
    return parts.get(parts.size() - 1);
  }

  List<String> qualifiedName() {
    List<String> parts = new ArrayList<>();
    do {
      Token token =
          peek()
              .filter(Token::isName)
              .orElseThrow(() -> new UnreadableStatementException("a name"));
      parts.add(token.folded());
      position++;
    } while (acceptSymbol("."));
    return parts;
  }

  /** Takes names in parentheses; what else is said of each (order, operator class) is left out. */
  List<String> nameList() {
    List<String> names = new ArrayList<>();
    for (TokenReader element : elements()) {
      names.add(element.name());
    }
    return names;
  }

  /** Takes what stands in parentheses and cuts it at the commas that are not in inner ones. */
  List<TokenReader> elements() {
    if (!nextIsSymbol("(")) {
      throw new UnreadableStatementException("(");
    }
    int open = position;
    skip();
    int close = tokens.get(position - 1).isSymbol(")") ? position - 1 : position;
    return cut(open + 1, close);
  }

  /** Takes all that is left and cuts it at the commas that are not in parentheses. */
  List<TokenReader> rest() {
    int from = position;
    position = tokens.size();
    return cut(from, position);
  }

  private List<TokenReader> cut(int from, int to) {
    List<TokenReader> parts = new ArrayList<>();
    int depth = 0;
    int begin = from;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      depth += change(token);
      if (depth == 0 && token.isSymbol(",")) {
        parts.add(new TokenReader(sql, tokens.subList(begin, i)));
        begin = i + 1;
      }
    }
    parts.add(new TokenReader(sql, tokens.subList(begin, to)));
    return parts;
  }

  /** Takes a token, or everything in parentheses with them. */
  void skip() {
    int depth = 0;
    do {
      depth += change(tokens.get(position));
      position++;
    } while (depth > 0 && !atEnd());
  }

  /** Takes the text in the parentheses that come next. */
  String parenthesized() {
    if (!nextIsSymbol("(")) {
      throw new UnreadableStatementException("(");
    }
    String text = skipped();
    int end = text.endsWith(")") ? text.length() - 1 : text.length();
    return text.substring(1, end).strip();
  }

  private String skipped() {
    int from = position;
    skip();
    return text(from, position);
  }

  /** Takes everything up to the first token outside of parentheses that the test accepts. */
  String until(Predicate<TokenReader> stop) {
    int from = position;
    while (!atEnd() && !stop.test(this)) {
      skip();
    }
    return text(from, position);
  }

  String remaining() {
    return until(reader -> false);
  }

  /** What is written between two tokens, each run of blanks and comments as one blank. */
  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (i > from && tokens.get(i - 1).end() < token.start()) {
        text.append(' ');
      }
      text.append(sql, token.start(), token.end());
    }
    return text.toString();
  }

  private static int change(Token token) {
    if (token.isSymbol("(")) {
      return 1;
    }
    return token.isSymbol(")") ? -1 : 0;
  }
}
