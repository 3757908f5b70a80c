package dev.taskstore.liquibase.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A CREATE TABLE statement. Methods return changed copies, which keep the text of everything that
 * they do not change, with its comments. Immutable.
 */
public final class TableDefinition {

  private final String head;
  private final String name;
  private final String open;
  private final List<ColumnDefinition> columns;
  private final List<TableConstraint> constraints;
  private final String options;

  TableDefinition(
      String head,
      String name,
      String open,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      String options) {
    this.head = head;
    this.name = name;
    this.open = open;
    this.columns = List.copyOf(columns);
    this.constraints = List.copyOf(constraints);
    this.options = options;
  }

  /**
   * Reads a statement.
   *
   * @param sql a CREATE TABLE statement, as {@code sqlite_schema} contains it
   * @return the definition
   * @throws UnreadableDefinitionException if the statement is not a CREATE TABLE statement with
   *     columns, for example that of a virtual table
   */
  public static TableDefinition read(String sql) {
    return TableReader.read(sql);
  }

  /** Returns the name without quotes. */
  public String name() {
    return Names.plain(name);
  }

  /** Returns the columns in order. */
  public List<ColumnDefinition> columns() {
    return columns;
  }

  /** Returns the constraints of the table, without those of columns. */
  public List<TableConstraint> constraints() {
    return constraints;
  }

  /**
   * Returns a column.
   *
   * @param column the name without quotes
   * @return the column, or empty
   */
  public Optional<ColumnDefinition> column(String column) {
    return columns.stream().filter(c -> c.isNamed(column)).findFirst();
  }

  /** Returns whether the table has the option {@code WITHOUT ROWID}. */
  public boolean isWithoutRowid() {
    return hasOption("WITHOUT");
  }

  /** Returns whether the table is {@code STRICT}. */
  public boolean isStrict() {
    return hasOption("STRICT");
  }

  private boolean hasOption(String word) {
    return Tokenizer.tokens(options).stream().anyMatch(token -> token.isWord(word));
  }

  /** Returns the columns of the primary key in order, without quotes; empty without one. */
  public List<String> primaryKey() {
    return constraints.stream()
        .filter(constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY)
        .findFirst()
        .map(TableConstraint::columns)
        .orElseGet(
            () ->
                columns.stream()
                    .filter(column -> column.has(ColumnConstraint.Kind.PRIMARY_KEY))
                    .map(ColumnDefinition::name)
                    .toList());
  }

  /**
   * Returns the column that is an alias of the rowid.
   *
   * @return the column of an {@code INTEGER PRIMARY KEY}, or empty
   */
  public Optional<ColumnDefinition> rowidAlias() {
    List<String> key = primaryKey();
    if (isWithoutRowid() || key.size() != 1) {
      return Optional.empty();
    }
    return column(key.get(0))
        .filter(column -> Names.same(column.typeText(), "INTEGER"))
        .filter(
            column ->
                column
                    .find(ColumnConstraint.Kind.PRIMARY_KEY)
                    .filter(constraint -> constraint.hasWord("DESC"))
                    .isEmpty());
  }

  /** Returns whether a column is {@code AUTOINCREMENT}. */
  public boolean isAutoIncrement() {
    return Stream.concat(
            columns.stream().flatMap(column -> column.constraints().stream()).map(c -> c.tokens()),
            constraints.stream().map(TableConstraint::tokens))
        .anyMatch(tokens -> tokens.stream().anyMatch(token -> token.isWord("AUTOINCREMENT")));
  }

  /** Returns whether a column was AUTOINCREMENT before its primary key was dropped. */
  public boolean wasAutoIncrement() {
    return columns.stream().anyMatch(ColumnDefinition::wasAutoIncrement);
  }

  /** Returns the names of all named constraints, without quotes. */
  public List<String> constraintNames() {
    return Stream.concat(
            columns.stream().flatMap(column -> column.constraints().stream()).map(c -> c.name()),
            constraints.stream().map(TableConstraint::name))
        .filter(found -> found != null)
        .toList();
  }

  /** Returns the statement. */
  public String sql() {
    StringBuilder sql = new StringBuilder(head).append(name).append(open);
    String separator = "";
    for (ColumnDefinition column : columns) {
      sql.append(separator).append(column.text());
      separator = ",";
    }
    for (TableConstraint constraint : constraints) {
      sql.append(separator).append(constraint.text());
    }
    return sql.append(')').append(options).toString();
  }

  /**
   * Returns a copy with another name. References of the table to itself are not changed.
   *
   * @param newName the name without quotes
   * @return the copy
   */
  public TableDefinition withName(String newName) {
    return new TableDefinition(head, Names.quote(newName), open, columns, constraints, options);
  }

  /**
   * Returns a copy with one more column.
   *
   * @param text the definition of the column
   * @param index the position of the column, from 0
   * @return the copy
   */
  public TableDefinition addColumn(String text, int index) {
    List<ColumnDefinition> more = new ArrayList<>(columns);
    boolean last = index == columns.size() && constraints.isEmpty();
    ColumnDefinition column = ColumnDefinition.of(text).between(lead(), last ? tail() : "");
    if (last) {
      ColumnDefinition before = more.get(index - 1);
      more.set(index - 1, before.between(before.lead(), comment(before.tail())));
    }
    more.add(index, column);
    return with(more, constraints);
  }

  /**
   * Returns a copy without a column. Constraints of the table that use the column remain.
   *
   * @param column the name without quotes
   * @return the copy
   */
  public TableDefinition dropColumn(String column) {
    return with(columns.stream().filter(c -> !c.isNamed(column)).toList(), constraints);
  }

  /**
   * Returns a copy with a changed column.
   *
   * @param column the name without quotes
   * @param change the change
   * @return the copy
   */
  public TableDefinition changeColumn(String column, UnaryOperator<ColumnDefinition> change) {
    return with(
        columns.stream().map(c -> c.isNamed(column) ? change.apply(c) : c).toList(), constraints);
  }

  /**
   * Returns a copy with one more constraint.
   *
   * @param text the constraint
   * @return the copy
   */
  public TableDefinition addConstraint(String text) {
    List<ColumnDefinition> same = new ArrayList<>(columns);
    List<TableConstraint> more = new ArrayList<>(constraints);
    String tail = tail();
    if (more.isEmpty()) {
      ColumnDefinition last = same.get(same.size() - 1);
      same.set(same.size() - 1, last.between(last.lead(), comment(last.tail())));
    }
    more.add(TableConstraint.of(text).between(lead(), tail));
    return with(same, more);
  }

  /**
   * Returns a copy without some constraints of the table.
   *
   * @param test accepts the constraints to remove
   * @return the copy
   */
  public TableDefinition dropConstraints(Predicate<TableConstraint> test) {
    return with(columns, constraints.stream().filter(test.negate()).toList());
  }

  private TableDefinition with(List<ColumnDefinition> some, List<TableConstraint> others) {
    return new TableDefinition(head, name, open, some, others, options);
  }

  /** The blanks before a new element: those before the first column, without its comments. */
  private String lead() {
    String lead = columns.get(0).lead();
    int line = lead.lastIndexOf('\n');
    return line < 0 ? " " : "\n" + lead.substring(line + 1);
  }

  /** The blanks before the closing parenthesis. */
  private String tail() {
    return columns.get(0).lead().contains("\n") ? "\n" : "";
  }

  /** The text at the end of an element that is no longer the last: only with comments. */
  private static String comment(String tail) {
    return tail.isBlank() ? "" : tail;
  }
}
