package dev.taskstore.codegen.ddl;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An index as its statements declare it.
 *
 * @param declaredBy the changeset that creates the index
 * @param name the name; empty when the database chooses it
 * @param unique whether the index is unique
 * @param method the access method in lower case, such as {@code gin}, when one is written
 * @param keys the indexed columns and expressions in order, with the current names of columns
 * @param predicate the condition of a partial index, with the current names of columns
 * @param comment the comment
 */
public record DeclaredIndex(
    ChangeSetKey declaredBy,
    Optional<String> name,
    boolean unique,
    Optional<String> method,
    List<CreateIndex.Key> keys,
    Optional<String> predicate,
    Optional<String> comment) {

  /** Copies the list and rejects null. */
  public DeclaredIndex {
    Objects.requireNonNull(declaredBy, "declaredBy");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(predicate, "predicate");
    Objects.requireNonNull(comment, "comment");
    keys = List.copyOf(keys);
  }

  static DeclaredIndex of(ChangeSetKey declaredBy, CreateIndex definition) {
    return new DeclaredIndex(
        declaredBy,
        definition.index(),
        definition.unique(),
        definition.method(),
        definition.keys(),
        definition.predicate(),
        Optional.empty());
  }

  /**
   * Returns the indexed columns.
   *
   * @return the names in the order of the index, without its expressions
   */
  public List<String> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }

  boolean isNamed(String wanted) {
    return name.filter(wanted::equalsIgnoreCase).isPresent();
  }

  boolean uses(String column) {
    return keys.stream()
            .anyMatch(
                key ->
                    key.column()
                        .map(column::equalsIgnoreCase)
                        .orElseGet(() -> SqlExpression.mentions(key.expression(), column)))
        || predicate.filter(p -> SqlExpression.mentions(p, column)).isPresent();
  }

  DeclaredIndex withName(String newName) {
    return new DeclaredIndex(
        declaredBy, Optional.of(newName), unique, method, keys, predicate, comment);
  }

  DeclaredIndex withComment(Optional<String> newComment) {
    return new DeclaredIndex(declaredBy, name, unique, method, keys, predicate, newComment);
  }

  DeclaredIndex withColumnRenamed(String from, String to) {
    return withExpressions(
        column -> column.equalsIgnoreCase(from) ? to : column,
        expression -> SqlExpression.renameColumn(expression, from, to));
  }

  DeclaredIndex withTableRenamed(String from, String to) {
    return withExpressions(
        column -> column, expression -> SqlExpression.renameTable(expression, from, to));
  }

  private DeclaredIndex withExpressions(
      UnaryOperator<String> columnChange, UnaryOperator<String> expressionChange) {
    return new DeclaredIndex(
        declaredBy,
        name,
        unique,
        method,
        keys.stream()
            .map(
                key ->
                    new CreateIndex.Key(
                        key.column().map(columnChange),
                        expressionChange.apply(key.expression()),
                        key.collation(),
                        key.descending()))
            .toList(),
        predicate.map(expressionChange),
        comment);
  }
}
