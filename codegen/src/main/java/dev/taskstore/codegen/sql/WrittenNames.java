package dev.taskstore.codegen.sql;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names in a statement as they are written. Stateless and thread-safe. */
public final class WrittenNames {

  /** A declared name follows one of these; elsewhere, it may be a keyword. */
  private static final Set<String> BEFORE_NAME =
      Set.of(
          "(",
          ",",
          ".",
          "table",
          "exists",
          "constraint",
          "column",
          "add",
          "index",
          "concurrently",
          "to",
          "sequence");

  private static final Set<String> TRANSACTION = Set.of("transaction", "work");

  private WrittenNames() {}

  /**
   * Returns the identifiers whose length in UTF-8 exceeds a limit.
   *
   * @param statement the statement
   * @param limit the limit in bytes
   * @return the identifiers without quotes, each once
   */
  public static List<String> longerThan(Statement statement, int limit) {
    return Tokenizer.tokens(statement.text()).stream()
        .filter(Token::isName)
        .map(Token::text)
        .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > limit)
        .distinct()
        .toList();
  }

  /**
   * Returns the tables, columns, constraints, indexes and sequences that a statement declares
   * without quotes and with capital letters.
   *
   * @param statement the statement
   * @return the names as written
   */
  public static List<String> unquotedWithCapitals(Statement statement) {
    Set<String> declared = declared(statement);
    List<Token> tokens = Tokenizer.tokens(statement.text());
    // Later occurrences refer to the declared name, in any case.
    return IntStream.range(1, tokens.size())
        .filter(i -> BEFORE_NAME.contains(tokens.get(i - 1).folded()))
        .mapToObj(tokens::get)
        .filter(token -> token.isName() && declared.remove(token.folded()))
        .filter(token -> !token.text().equals(token.folded()))
        .map(Token::text)
        .toList();
  }

  private static Set<String> declared(Statement statement) {
    Set<String> names = new HashSet<>();
    if (statement instanceof CreateTable table) {
      names.add(table.table());
      table.columns().forEach(column -> addColumn(names, column));
      addConstraints(names, table.constraints());
    } else if (statement instanceof CreateIndex index) {
      index.index().ifPresent(names::add);
    } else if (statement instanceof AlterTable table) {
      table.actions().forEach(action -> addAction(names, action));
    } else if (statement instanceof OtherStatement) {
      sequence(statement).ifPresent(names::add);
    }
    return names;
  }

  /** The name in CREATE SEQUENCE. */
  private static Optional<String> sequence(Statement statement) {
    TokenReader tokens = new TokenReader(statement.text(), Tokenizer.tokens(statement.text()));
    if (!tokens.accept("create")) {
      return Optional.empty();
    }
    while (tokens.accept("temporary") || tokens.accept("temp") || tokens.accept("unlogged")) {
      // Followed by the kind of the object.
    }
    if (!tokens.accept("sequence")) {
      return Optional.empty();
    }
    tokens.accept("if", "not", "exists");
    return tokens.peek().filter(Token::isName).isPresent()
        ? Optional.of(tokens.name())
        : Optional.empty();
  }

  private static void addAction(Set<String> names, AlterTable.Action action) {
    if (action instanceof AlterTable.AddColumn added) {
      addColumn(names, added.column());
    } else if (action instanceof AlterTable.AddConstraint added) {
      addConstraints(names, List.of(added.constraint()));
    } else if (action instanceof AlterTable.RenameTable renamed) {
      names.add(renamed.name());
    } else if (action instanceof AlterTable.RenameColumn renamed) {
      names.add(renamed.name());
    } else if (action instanceof AlterTable.RenameConstraint renamed) {
      names.add(renamed.name());
    }
  }

  private static void addColumn(Set<String> names, ColumnDefinition column) {
    names.add(column.name());
    addConstraints(names, column.constraints());
  }

  private static void addConstraints(Set<String> names, List<ConstraintDefinition> constraints) {
    constraints.forEach(constraint -> constraint.name().ifPresent(names::add));
  }

  /**
   * Returns the first word of a statement that begins or ends a transaction. Savepoints do neither.
   *
   * @param statement the statement
   * @return the word in upper case, or empty for other statements
   */
  public static Optional<String> transactionWord(Statement statement) {
    List<String> words =
        Stream.concat(
                Tokenizer.tokens(statement.text()).stream().limit(3).map(Token::folded),
                Stream.of("", "", ""))
            .limit(3)
            .toList();
    boolean found =
        switch (words.get(0)) {
          case "begin", "commit", "abort" -> true;
          case "rollback" -> !words.contains("to");
          case "start", "prepare" -> words.get(1).equals("transaction");
          case "end" -> TRANSACTION.contains(words.get(1));
          default -> false;
        };
    return found ? Optional.of(words.get(0).toUpperCase(Locale.ROOT)) : Optional.empty();
  }
}
