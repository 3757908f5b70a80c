package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the tokens of a statement one after the other. */
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

  /** Reads all these words if they are next. */
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

  /** Reads a name; of {@code a.b.c}, returns the last part. */
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

  /** Reads names in parentheses, without what follows each name (order, operator class). */
  List<String> nameList() {
    List<String> names = new ArrayList<>();
    for (TokenReader element : elements()) {
      names.add(element.name());
    }
    return names;
  }

  /** Reads the text in parentheses, split at the commas outside inner parentheses. */
  List<TokenReader> elements() {
    if (!nextIsSymbol("(")) {
      throw new UnreadableStatementException("(");
    }
    int open = position;
    skip();
    int close = tokens.get(position - 1).isSymbol(")") ? position - 1 : position;
    return cut(open + 1, close);
  }

  /** Reads the rest, split at the commas outside parentheses. */
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

  /** Skips a token, or a pair of parentheses with its content. */
  void skip() {
    int depth = 0;
    do {
      depth += change(tokens.get(position));
      position++;
    } while (depth > 0 && !atEnd());
  }

  /** Reads the text in the parentheses that follow. */
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

  /** Reads up to the first token outside parentheses that the test accepts. */
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

  /** The text from one token to another, with one blank for each run of blanks and comments. */
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
