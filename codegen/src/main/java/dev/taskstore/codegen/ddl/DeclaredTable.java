package dev.taskstore.codegen.ddl;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table as its statements declare it. Names are compared without regard to case.
 *
 * @param createdBy the changeset whose {@code CREATE TABLE} declares the columns; empty when the
 *     table is only known from statements that change it
 * @param name the name
 * @param comment the comment
 * @param columns the columns in order
 * @param constraints the constraints in the order of their declaration, without NOT NULL
 * @param indexes the indexes in the order of their creation
 * @param options the text after the columns in upper case: {@code STRICT}, {@code WITHOUT ROWID}
 */
public record DeclaredTable(
    Optional<ChangeSetKey> createdBy,
    String name,
    Optional<String> comment,
    List<DeclaredColumn> columns,
    List<DeclaredConstraint> constraints,
    List<DeclaredIndex> indexes,
    List<String> options) {

  /** Copies the lists and rejects null. */
  public DeclaredTable {
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(comment, "comment");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    options = List.copyOf(options);
  }

  static DeclaredTable empty(Optional<ChangeSetKey> createdBy, String name, List<String> options) {
    return new DeclaredTable(
        createdBy, name, Optional.empty(), List.of(), List.of(), List.of(), options);
  }

  /**
   * Finds a column.
   *
   * @param column the name
   * @return the column, or empty when the table has none of that name
   */
  public Optional<DeclaredColumn> column(String column) {
    return columns.stream().filter(found -> found.isNamed(column)).findFirst();
  }

  /**
   * Returns the constraints of a kind.
   *
   * @param kind the kind
   * @return the constraints in the order of their declaration
   */
  public List<DeclaredConstraint> constraints(Kind kind) {
    return constraints.stream().filter(constraint -> constraint.kind() == kind).toList();
  }

  /**
   * Returns the columns of the primary key.
   *
   * @return the names in the order of the key; empty when the table has none
   */
  public List<String> primaryKey() {
    return constraints(Kind.PRIMARY_KEY).stream()
        .findFirst()
        .map(key -> key.definition().columns())
        .orElse(List.of());
  }

  DeclaredTable withColumn(ChangeSetKey declaredBy, ColumnDefinition definition) {
    if (column(definition.name()).isPresent()) {
      // IF NOT EXISTS: the column stays as it is.
      return this;
    }
    DeclaredTable table = withColumns(plus(columns, DeclaredColumn.of(declaredBy, definition)));
    for (ConstraintDefinition constraint : definition.constraints()) {
      table = table.withConstraint(declaredBy, constraint);
    }
    return table;
  }

  DeclaredTable withConstraint(ChangeSetKey declaredBy, ConstraintDefinition definition) {
    if (definition.kind() == Kind.NOT_NULL) {
      return this;
    }
    DeclaredConstraint constraint = new DeclaredConstraint(declaredBy, definition);
    Optional<DeclaredIndex> index =
        definition
            .usingIndex()
            .flatMap(name -> indexes.stream().filter(i -> i.isNamed(name)).findFirst());
    DeclaredConstraint added = index.map(constraint::over).orElse(constraint);
    return withConstraints(plus(constraints, added))
        .withIndexes(without(indexes, found -> index.filter(found::equals).isPresent()))
        .withColumns(
            mapped(
                columns,
                column ->
                    added.kind() == Kind.PRIMARY_KEY && added.uses(column.name())
                        ? column.withNotNull(true)
                        : column));
  }

  DeclaredTable withIndex(DeclaredIndex index) {
    return withIndexes(plus(indexes, index));
  }

  DeclaredTable withColumnAltered(String column, String change) {
    return withColumn(column, found -> found.altered(change));
  }

  DeclaredTable withColumnComment(String column, Optional<String> newComment) {
    return withColumn(column, found -> found.withComment(newComment));
  }

  DeclaredTable withIndexComment(String index, Optional<String> newComment) {
    return withIndexes(
        mapped(indexes, found -> found.isNamed(index) ? found.withComment(newComment) : found));
  }

  DeclaredTable withColumnRenamed(String from, String to) {
    return withColumn(from, found -> found.withName(to))
        .withConstraints(mapped(constraints, found -> found.withColumnRenamed(from, to)))
        .withIndexes(mapped(indexes, found -> found.withColumnRenamed(from, to)));
  }

  /** PostgreSQL also renames the index of a renamed constraint. */
  DeclaredTable withConstraintRenamed(String from, String to) {
    return withConstraints(
        mapped(constraints, found -> found.isNamed(from) ? found.withName(to) : found));
  }

  /** PostgreSQL also renames the constraint of a renamed index. */
  DeclaredTable withIndexRenamed(String from, String to) {
    return withConstraintRenamed(from, to)
        .withIndexes(mapped(indexes, found -> found.isNamed(from) ? found.withName(to) : found));
  }

  /** Drops a column with all indexes and constraints that use it, as PostgreSQL does. */
  DeclaredTable withoutColumn(String column) {
    return withColumns(without(columns, found -> found.isNamed(column)))
        .withConstraints(without(constraints, found -> found.uses(column)))
        .withIndexes(without(indexes, found -> found.uses(column)));
  }

  DeclaredTable withoutConstraint(String constraint) {
    return withoutConstraints(found -> found.isNamed(constraint));
  }

  DeclaredTable withoutConstraints(Predicate<DeclaredConstraint> dropped) {
    return withConstraints(without(constraints, dropped));
  }

  DeclaredTable withoutIndex(String index) {
    return withIndexes(without(indexes, found -> found.isNamed(index)));
  }

  DeclaredTable withName(String newName) {
    return new DeclaredTable(
        createdBy,
        newName,
        comment,
        columns,
        mapped(constraints, constraint -> constraint.withTableRenamed(name, newName)),
        mapped(indexes, index -> index.withTableRenamed(name, newName)),
        options);
  }

  DeclaredTable withComment(Optional<String> newComment) {
    return new DeclaredTable(createdBy, name, newComment, columns, constraints, indexes, options);
  }

  DeclaredTable withConstraintsMapped(UnaryOperator<DeclaredConstraint> change) {
    return withConstraints(mapped(constraints, change));
  }

  private DeclaredTable withColumn(String column, UnaryOperator<DeclaredColumn> change) {
    return withColumns(
        mapped(columns, found -> found.isNamed(column) ? change.apply(found) : found));
  }

  private DeclaredTable withColumns(List<DeclaredColumn> newColumns) {
    return new DeclaredTable(createdBy, name, comment, newColumns, constraints, indexes, options);
  }

  private DeclaredTable withConstraints(List<DeclaredConstraint> newConstraints) {
    return new DeclaredTable(createdBy, name, comment, columns, newConstraints, indexes, options);
  }

  private DeclaredTable withIndexes(List<DeclaredIndex> newIndexes) {
    return new DeclaredTable(createdBy, name, comment, columns, constraints, newIndexes, options);
  }

  static List<String> renamed(List<String> names, String from, String to) {
    return mapped(names, name -> name.equalsIgnoreCase(from) ? to : name);
  }

  private static <T> List<T> plus(List<T> elements, T added) {
    List<T> all = new ArrayList<>(elements);
    all.add(added);
    return all;
  }

  private static <T> List<T> without(List<T> elements, Predicate<T> dropped) {
    return elements.stream().filter(dropped.negate()).toList();
  }

  private static <T> List<T> mapped(List<T> elements, UnaryOperator<T> change) {
    return elements.stream().map(change).toList();
  }
}
