package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param text the statement as written
 * @param index the name of the index, if one is written
 * @param table the name of the table
 * @param unique whether it is unique
 * @param concurrently whether PostgreSQL builds it without blocking writers
 * @param method the access method after {@code USING}, in lower case, such as {@code gin}
 * @param keys the indexed columns and expressions, in order
 * @param predicate the condition after {@code WHERE}, as written
 */
public record CreateIndex(
    String text,
    Optional<String> index,
    String table,
    boolean unique,
    boolean concurrently,
    Optional<String> method,
    List<Key> keys,
    Optional<String> predicate)
    implements Statement {

  /** Copies the list. */
  public CreateIndex {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(predicate, "predicate");
    keys = List.copyOf(keys);
  }

  /**
   * A column or an expression of an index.
   *
   * @param column the name of the column; empty for an expression
   * @param expression the column or the expression as written, without collation and order
   * @param collation the name after {@code COLLATE}
   * @param descending whether {@code DESC} is written
   */
  public record Key(
      Optional<String> column, String expression, Optional<String> collation, boolean descending) {

    /** Rejects null. */
    public Key {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(collation, "collation");
    }
  }
}
