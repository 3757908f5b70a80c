package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Optional;

/** Finds the schemas that statements name. Stateless. */
public final class SchemaNames {

  private SchemaNames() {}

  /**
   * Returns the schema in which a statement creates or changes a table or an index.
   *
   * @param statement the statement
   * @return the schema; empty if the statement names none, or is another one
   */
  public static Optional<String> of(Statement statement) {
    TokenReader tokens = new TokenReader(statement.text(), Tokenizer.tokens(statement.text()));
    try {
      if (statement instanceof CreateTable) {
        tokens.until(reader -> reader.nextIs("table"));
        tokens.expect("table");
        tokens.accept("if", "not", "exists");
        return schema(tokens.qualifiedName());
      }
      if (statement instanceof AlterTable) {
        tokens.expect("alter", "table");
        tokens.accept("if", "exists");
        tokens.accept("only");
        return schema(tokens.qualifiedName());
      }
      if (statement instanceof CreateIndex) {
        tokens.until(reader -> reader.nextIs("on"));
        tokens.expect("on");
        tokens.accept("only");
        return schema(tokens.qualifiedName());
      }
    } catch (UnreadableStatementException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> schema(List<String> name) {
    return name.size() > 1 ? Optional.of(name.get(name.size() - 2)) : Optional.empty();
  }
}
