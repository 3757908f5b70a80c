package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of a column. */
final class ColumnDefinitionReader {

  private static final Set<String> AFTER_TYPE =
      Set.of(
          "constraint",
          "not",
          "null",
          "default",
          "collate",
          "primary",
          "unique",
          "check",
          "references",
          "generated",
          "as",
          "identity",
          "auto_increment",
          "autoincrement",
          "comment",
          "on");

  private final TokenReader tokens;
  private final String column;
  private final List<ConstraintDefinition> constraints = new ArrayList<>();
  private Optional<String> defaultExpression = Optional.empty();
  private Optional<String> collation = Optional.empty();
  private Optional<String> generated = Optional.empty();

  private ColumnDefinitionReader(TokenReader tokens) {
    this.tokens = tokens;
    this.column = tokens.name();
  }

  static ColumnDefinition read(TokenReader tokens) {
    return new ColumnDefinitionReader(tokens).read();
  }

  private ColumnDefinition read() {
    String type = untilNextClause();
    while (!tokens.atEnd()) {
      clause();
    }
    return new ColumnDefinition(
        column,
        type,
        constraints.stream().anyMatch(c -> c.kind() == ConstraintDefinition.Kind.NOT_NULL),
        defaultExpression,
        collation,
        generated,
        constraints);
  }

  private void clause() {
    if (tokens.accept("default")) {
      tokens.accept("on", "null");
      defaultExpression = Optional.of(expression());
    } else if (tokens.accept("collate")) {
      collation = Optional.of(tokens.name());
    } else if (tokens.accept("generated")) {
      tokens.accept("always");
      tokens.accept("by", "default");
      tokens.accept("as");
      generated = Optional.of(untilNextClause());
    } else if (tokens.accept("as")) {
      generated = Optional.of(untilNextClause());
    } else if (tokens.nextIs("identity") || tokens.nextIs("auto_increment")) {
      generated = Optional.of(expression());
    } else {
      Optional<ConstraintDefinition> constraint = ConstraintReader.ofColumn(tokens, column);
      constraint.ifPresentOrElse(constraints::add, this::skipUnknown);
    }
  }

  private void skipUnknown() {
    if (!tokens.atEnd()) {
      tokens.skip();
    }
  }

  /** The first token is part of the expression even if it can start a clause, such as NULL. */
  private String expression() {
    if (tokens.atEnd()) {
      throw new UnreadableStatementException("an expression");
    }
    boolean[] first = {true};
    return tokens.until(
        reader -> {
          boolean stop = !first[0] && reader.nextIsAnyOf(AFTER_TYPE);
          first[0] = false;
          return stop;
        });
  }

  private String untilNextClause() {
    return tokens.until(reader -> reader.nextIsAnyOf(AFTER_TYPE));
  }
}
