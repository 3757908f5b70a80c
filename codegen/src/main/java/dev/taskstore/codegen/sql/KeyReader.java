package dev.taskstore.codegen.sql;

import java.util.Optional;
import java.util.Set;

/** Reads a column or an expression of an index. */
final class KeyReader {

  private static final Set<String> AFTER_EXPRESSION = Set.of("collate", "asc", "desc", "nulls");

  private KeyReader() {}

  static CreateIndex.Key read(TokenReader key) {
    Optional<Token> first = key.peek();
    String expression = key.until(reader -> reader.nextIsAnyOf(AFTER_EXPRESSION));
    Optional<String> collation = key.accept("collate") ? Optional.of(key.name()) : Optional.empty();
    key.until(reader -> reader.nextIs("desc"));
    boolean descending = key.accept("desc");
    return new CreateIndex.Key(
        first.filter(token -> isColumn(token, expression)).map(Token::folded),
        expression,
        collation,
        descending);
  }

  /** An operator class can follow a column; anything else is an expression. */
  private static boolean isColumn(Token first, String expression) {
    return first.isName()
        && (expression.length() == first.end() - first.start()
            || expression.charAt(first.end() - first.start()) == ' ')
        && expression.indexOf('(') < 0;
  }
}
