package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a statement from its tokens. */
final class StatementReader {

  private static final Set<String> TABLE_KINDS =
      Set.of("global", "local", "temp", "temporary", "unlogged", "cached", "memory", "foreign");

  private final String text;
  private final TokenReader tokens;

  private StatementReader(String text, TokenReader tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static Statement read(String sql, List<Token> tokens) {
    Token first = tokens.get(0);
    String text = sql.substring(first.start(), tokens.get(tokens.size() - 1).end());
    try {
      return new StatementReader(text, new TokenReader(sql, tokens))
          .known()
          .orElseGet(() -> other(text, first));
    } catch (UnreadableStatementException e) {
      return other(text, first);
    }
  }

  private static Statement other(String text, Token first) {
    boolean word = first.kind() == Token.Kind.WORD;
    return new OtherStatement(text, word ? first.text().toUpperCase(Locale.ROOT) : "");
  }

  private Optional<Statement> known() {
    if (tokens.accept("alter", "table")) {
      return Optional.of(alterTable());
    }
    if (tokens.accept("alter", "index")) {
      return Optional.of(renameIndex());
    }
    if (tokens.accept("comment", "on")) {
      return Optional.of(commentOn());
    }
    if (tokens.accept("drop")) {
      return Optional.of(dropObject());
    }
    return tokens.accept("create") ? create() : Optional.empty();
  }

  private Optional<Statement> create() {
    while (tokens.nextIsAnyOf(TABLE_KINDS)) {
      tokens.skip();
    }
    if (tokens.accept("table")) {
      return Optional.of(createTable());
    }
    boolean unique = tokens.accept("unique");
    return tokens.accept("index") ? Optional.of(createIndex(unique)) : Optional.empty();
  }

  private Statement createTable() {
    tokens.accept("if", "not", "exists");
    String table = tokens.name();
    List<ColumnDefinition> columns = new ArrayList<>();
    List<ConstraintDefinition> constraints = new ArrayList<>();
    for (TokenReader element : tokens.elements()) {
      if (ConstraintReader.startsTableConstraint(element)) {
        constraints.add(ConstraintReader.ofTable(element));
      } else if (!element.atEnd() && !element.nextIs("like")) {
        columns.add(ColumnDefinitionReader.read(element));
      }
    }
    List<String> options =
        tokens.rest().stream()
            .map(TokenReader::remaining)
            .map(option -> option.toUpperCase(Locale.ROOT))
            .filter(option -> !option.isEmpty())
            .toList();
    return new CreateTable(text, table, columns, constraints, options);
  }

  private Statement alterTable() {
    tokens.accept("if", "exists");
    tokens.accept("only");
    String table = tokens.name();
    List<AlterTable.Action> actions = new ArrayList<>();
    for (TokenReader action : tokens.rest()) {
      actions.addAll(ActionReader.read(action));
    }
    return new AlterTable(text, table, actions);
  }

  private Statement renameIndex() {
    tokens.accept("if", "exists");
    String index = tokens.name();
    tokens.expect("rename", "to");
    return new RenameIndex(text, index, tokens.name());
  }

  private Statement createIndex(boolean unique) {
    boolean concurrently = tokens.accept("concurrently");
    tokens.accept("if", "not", "exists");
    Optional<String> index = tokens.nextIs("on") ? Optional.empty() : Optional.of(tokens.name());
    tokens.expect("on");
    tokens.accept("only");
    String table = tokens.name();
    Optional<String> method =
        tokens.accept("using") ? Optional.of(tokens.name()) : Optional.empty();
    List<CreateIndex.Key> keys = tokens.elements().stream().map(KeyReader::read).toList();
    tokens.until(reader -> reader.nextIs("where"));
    Optional<String> predicate =
        tokens.accept("where") ? Optional.of(tokens.remaining()) : Optional.empty();
    return new CreateIndex(text, index, table, unique, concurrently, method, keys, predicate);
  }

  private Statement commentOn() {
    String kind = objectKind();
    List<String> name = tokens.qualifiedName();
    boolean column = kind.equals("COLUMN") && name.size() > 1;
    String object = name.get(name.size() - (column ? 2 : 1));
    Optional<String> commented = column ? Optional.of(name.get(name.size() - 1)) : Optional.empty();
    tokens.until(reader -> reader.nextIs("is"));
    tokens.expect("is");
    Optional<String> comment =
        tokens.peek().filter(token -> token.kind() == Token.Kind.STRING).map(Token::text);
    return new CommentOn(text, kind, object, commented, comment);
  }

  private Statement dropObject() {
    String kind = objectKind();
    boolean concurrently = tokens.accept("concurrently");
    tokens.accept("if", "exists");
    List<TokenReader> objects = tokens.rest();
    List<String> names = objects.stream().map(TokenReader::name).toList();
    boolean cascade = objects.get(objects.size() - 1).nextIs("cascade");
    return new DropObject(text, kind, names, concurrently, cascade);
  }

  private String objectKind() {
    String kind = tokens.name().toUpperCase(Locale.ROOT);
    return kind.equals("MATERIALIZED") && tokens.accept("view") ? kind + " VIEW" : kind;
  }
}
