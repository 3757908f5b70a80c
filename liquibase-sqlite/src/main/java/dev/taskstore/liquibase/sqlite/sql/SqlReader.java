package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.text.TokenReader;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tokens of one statement of a changelog. Names without quotes become lower case. */
final class SqlReader extends TokenReader {

  private static final String SCHEMA = "public";

  SqlReader(String sql) {
    this(sql, Tokenizer.tokens(sql));
  }

  SqlReader(String sql, List<Token> tokens) {
    super(sql, tokens);
  }

  @Override
  protected NotTranslatedException unexpected(String expected) {
    return new NotTranslatedException("Expected " + expected + ".");
  }

  Token next() {
    if (atEnd()) {
      throw new NotTranslatedException("The statement is not complete.");
    }
    Token token = tokens().get(position());
    moveTo(position() + 1);
    return token;
  }

  /** Requires that nothing follows. */
  void expectEnd() {
    if (!atEnd()) {
      throw new NotTranslatedException("The statement continues.");
    }
  }

  /** Reads a name. */
  String name() {
    Token token = next();
    if (!token.isColumnName()) {
      throw unexpected("a name");
    }
    return name(token);
  }

  /** Returns the name that PostgreSQL gives to an object with this token. */
  static String name(Token token) {
    return token.kind() == Kind.WORD ? Names.fold(token.text()) : token.name();
  }

  /** Reads the name of a table, without the schema that every database of PostgreSQL has. */
  String table() {
    String name = name();
    if (acceptSymbol('.')) {
      if (!name.equals(SCHEMA)) {
        throw new NotTranslatedException("The table is in the schema " + name + ".");
      }
      name = name();
    }
    return name;
  }

  /** Reads a pair of parentheses and returns the tokens in it. */
  List<Token> parenthesized() {
    if (!nextIsSymbol('(')) {
      throw unexpected("a parenthesis");
    }
    int from = position() + 1;
    skip();
    return tokens().subList(from, position() - 1);
  }

  /** Reads names in parentheses. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (List<Token> part : split(parenthesized())) {
      if (part.size() != 1 || !part.get(0).isColumnName()) {
        throw unexpected("the name of a column");
      }
      names.add(name(part.get(0)));
    }
    return names;
  }

  /** Reads to a word outside of parentheses, or to the end. */
  List<Token> until(Set<String> words) {
    int from = position();
    while (!atEnd() && !isOneOf(tokens().get(position()), words)) {
      skip();
    }
    return tokens().subList(from, position());
  }

  List<Token> rest() {
    List<Token> rest = tokens().subList(position(), tokens().size());
    moveTo(tokens().size());
    return rest;
  }

  static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == Kind.WORD && words.contains(Names.fold(token.text()));
  }

  /** Returns the text of tokens that follow each other. */
  String text(List<Token> some) {
    return some.isEmpty()
        ? ""
        : sql().substring(some.get(0).start(), some.get(some.size() - 1).end());
  }

  /** Splits tokens at the commas outside of parentheses. */
  static List<List<Token>> split(List<Token> some) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < some.size(); i++) {
      depth += depth(some.get(i));
      if (depth == 0 && some.get(i).isSymbol(',')) {
        parts.add(some.subList(from, i));
        from = i + 1;
      }
    }
    if (from < some.size()) {
      parts.add(some.subList(from, some.size()));
    }
    return parts;
  }
}
