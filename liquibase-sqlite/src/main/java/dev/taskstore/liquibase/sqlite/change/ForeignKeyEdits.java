package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** Adds and drops foreign keys. */
final class ForeignKeyEdits {

  private ForeignKeyEdits() {}

  /**
   * The clause of a foreign key after {@code REFERENCES}.
   *
   * @param table the referenced table
   * @param columns the referenced columns; empty for the primary key
   * @param onDelete the action, or null
   * @param onUpdate the action, or null
   * @param deferrable whether the check can be deferred
   * @param initiallyDeferred whether it is deferred without a further statement
   */
  record Target(
      String table,
      List<String> columns,
      @Nullable String onDelete,
      @Nullable String onUpdate,
      boolean deferrable,
      boolean initiallyDeferred) {

    /** SQLite has no SET CONSTRAINTS: a check that is not initially deferred is immediate. */
    String sql() {
      return "REFERENCES "
          + Names.quote(table)
          + (columns.isEmpty() ? "" : " (" + Names.quoteAll(columns) + ")")
          + (onDelete == null ? "" : " ON DELETE " + onDelete)
          + (onUpdate == null ? "" : " ON UPDATE " + onUpdate)
          + (deferrable || initiallyDeferred ? " DEFERRABLE" : "")
          + (initiallyDeferred ? " INITIALLY DEFERRED" : "");
    }
  }

  static void add(
      Schema schema, String table, List<String> columns, @Nullable String constraint, Target target)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), columns);
    Constraints.requireNewName(change.definition(), constraint);
    List<ColumnType> types = new ArrayList<>();
    for (String column : columns) {
      types.add(type(change.definition(), column));
    }
    requireKey(schema, target, types);
    change.define(
        t ->
            t.addConstraint(
                Constraints.named(constraint)
                    + "FOREIGN KEY ("
                    + Names.quoteAll(columns)
                    + ") "
                    + target.sql()));
    change.run();
  }

  /**
   * Requires what SQLite checks only when rows are written, or not at all: that the referenced
   * columns have a key, and types with which the referencing ones can be compared.
   */
  static void requireKey(Schema schema, Target target, List<ColumnType> types)
      throws DatabaseException, SQLException {
    TableDefinition parent = schema.table(target.table());
    Constraints.requireColumns(parent, target.columns());
    List<String> key = target.columns().isEmpty() ? parent.primaryKey() : target.columns();
    String name = target.table() + "(" + String.join(", ", key) + ")";
    if (key.isEmpty() || !hasKey(schema, parent, key)) {
      throw new DatabaseException(
          "A foreign key cannot reference "
              + name
              + ": these columns need a primary key or a unique constraint.");
    }
    if (types.size() != key.size()) {
      throw new DatabaseException(
          "A foreign key of " + types.size() + " columns cannot reference " + name + ".");
    }
    for (int i = 0; i < key.size(); i++) {
      ColumnType referenced = type(parent, key.get(i));
      if (!TypeFamily.areComparable(types.get(i), referenced)) {
        throw new DatabaseException(
            "A foreign key of the type "
                + types.get(i)
                + " cannot reference "
                + name
                + " of the type "
                + referenced
                + ". Change the type of one of the columns first.");
      }
    }
  }

  private static ColumnType type(TableDefinition table, String column) throws DatabaseException {
    ColumnDefinition definition = table.column(column).orElseThrow();
    String recorded = definition.recordedType();
    try {
      return ColumnType.of(recorded.isEmpty() ? "BLOB" : recorded, false);
    } catch (UnexpectedLiquibaseException e) {
      throw new DatabaseException(
          "The column "
              + column
              + " of the table "
              + table.name()
              + " has the unknown type "
              + recorded
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static boolean hasKey(Schema schema, TableDefinition parent, List<String> columns)
      throws SQLException {
    return sameColumns(parent.primaryKey(), columns)
        || schema.uniqueKeys(parent.name()).stream().anyMatch(key -> sameColumns(key, columns));
  }

  private static boolean sameColumns(List<String> some, List<String> others) {
    return some.stream()
        .map(Names::fold)
        .sorted()
        .toList()
        .equals(others.stream().map(Names::fold).sorted().toList());
  }

  static void drop(Schema schema, String table, String constraint)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.drop(
        change, ColumnConstraint.Kind.REFERENCES, TableConstraint.Kind.FOREIGN_KEY, constraint);
    change.run();
  }

  static void dropAll(Schema schema, String table) throws DatabaseException, SQLException {
    dropReferences(schema, table, parent -> true);
  }

  /** Drops the foreign keys of a table that reference one of some tables. */
  static void dropReferences(Schema schema, String table, Predicate<String> parents)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    TableDefinition before = change.definition();
    change.define(
        t ->
            t.dropConstraints(
                c -> c.referencedTable() != null && parents.test(c.referencedTable())));
    before
        .columns()
        .forEach(
            column ->
                change.define(
                    t ->
                        t.changeColumn(
                            column.name(), c -> c.without(k -> references(k, parents)))));
    if (!before.sql().equals(change.definition().sql())) {
      change.run();
    }
  }

  private static boolean references(ColumnConstraint constraint, Predicate<String> parents) {
    String table = constraint.referencedTable();
    return table != null && parents.test(table);
  }
}
