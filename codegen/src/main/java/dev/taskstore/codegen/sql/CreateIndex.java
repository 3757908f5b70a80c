package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param text the statement as it is written
 * @param index the name of the index, if it is given one
 * @param table the name of the table
 * @param unique whether it is unique
 * @param concurrently whether PostgreSQL builds it without a lock on the table
 * @param method what follows {@code USING}, in lower case, such as {@code gin}
 * @param keys what is indexed, in its order
 * @param predicate what follows {@code WHERE}, as it is written
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
   * @param expression the column or the expression as it is written, without collation and order
   * @param collation the name that follows {@code COLLATE}
   * @param descending whether {@code DESC} is written
   */
  public record Key(
      Optional<String> column, String expression, Optional<String> collation, boolean descending) {

    /** Checks the parts. */
    public Key {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(collation, "collation");
    }
  }
}
