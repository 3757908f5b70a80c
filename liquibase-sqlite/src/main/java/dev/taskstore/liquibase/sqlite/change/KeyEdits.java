package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Adds and drops primary keys, unique constraints and AUTOINCREMENT. */
final class KeyEdits {

  private KeyEdits() {}

  static void addUnique(
      Schema schema, String table, List<String> columns, @Nullable String constraint)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), columns);
    String name = constraint == null ? ConstraintNames.unique(table, columns) : constraint;
    Constraints.requireNewName(change.definition(), name);
    requireDistinct(schema, table, columns, name);
    change.define(
        t -> t.addConstraint(Constraints.named(name) + "UNIQUE (" + Names.quoteAll(columns) + ")"));
    change.run();
  }

  static void dropUnique(Schema schema, String table, String constraint)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.drop(change, ColumnConstraint.Kind.UNIQUE, TableConstraint.Kind.UNIQUE, constraint);
    change.run();
  }

  static void addPrimaryKey(
      Schema schema, String table, List<String> columns, @Nullable String constraint)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), columns);
    if (!change.definition().primaryKey().isEmpty()) {
      throw new DatabaseException("The table " + table + " already has a primary key.");
    }
    Constraints.requireNewName(change.definition(), constraint);
    for (String column : columns) {
      NullabilityEdits.requireNoNulls(schema, table, column);
      change.define(t -> t.changeColumn(column, KeyEdits::notNull));
    }
    String name = constraint == null ? ConstraintNames.primaryKey(table) : constraint;
    requireDistinct(schema, table, columns, name);
    if (isAutoIncrementAgain(change.definition(), columns)) {
      change.define(t -> t.changeColumn(columns.get(0), c -> autoIncrement(c, name)));
    } else {
      change.define(
          t ->
              t.addConstraint(
                  Constraints.named(name) + "PRIMARY KEY (" + Names.quoteAll(columns) + ")"));
    }
    change.run();
  }

  /** A column remains auto-increment on other databases when its primary key is dropped. */
  private static boolean isAutoIncrementAgain(TableDefinition table, List<String> columns) {
    return columns.size() == 1
        && table
            .column(columns.get(0))
            .filter(column -> column.wasAutoIncrement())
            .filter(column -> Names.same(column.typeText(), "INTEGER"))
            .isPresent();
  }

  private static ColumnDefinition autoIncrement(ColumnDefinition column, @Nullable String key) {
    return column
        .without(constraint -> constraint.kind() == ColumnConstraint.Kind.PRIMARY_KEY)
        .with(Constraints.named(key) + "PRIMARY KEY AUTOINCREMENT")
        .wasAutoIncrement(false);
  }

  private static ColumnDefinition notNull(ColumnDefinition column) {
    return column.has(ColumnConstraint.Kind.NOT_NULL)
        ? column
        : column.without(c -> c.kind() == ColumnConstraint.Kind.NULL).with("NOT NULL");
  }

  static void dropPrimaryKey(Schema schema, String table, @Nullable String constraint)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    TableDefinition before = change.definition();
    List<String> key = before.primaryKey();
    if (key.isEmpty()) {
      throw new DatabaseException("The table " + table + " has no primary key.");
    }
    String name = primaryKeyName(before);
    if (constraint != null && name != null && !Names.same(constraint, name)) {
      throw new DatabaseException(
          "The primary key of the table " + table + " is " + name + ", not " + constraint + ".");
    }
    if (before.isWithoutRowid()) {
      throw new DatabaseException(
          "The primary key of the table "
              + table
              + " cannot be dropped: SQLite requires it for WITHOUT ROWID.");
    }
    boolean autoIncrement = before.isAutoIncrement();
    change.define(t -> t.dropConstraints(c -> c.kind() == TableConstraint.Kind.PRIMARY_KEY));
    for (String column : key) {
      change.define(
          t ->
              t.changeColumn(
                  column,
                  c ->
                      notNull(c.without(k -> k.kind() == ColumnConstraint.Kind.PRIMARY_KEY))
                          .wasAutoIncrement(autoIncrement)));
    }
    change.run();
  }

  private static @Nullable String primaryKeyName(TableDefinition table) {
    for (TableConstraint constraint : table.constraints()) {
      if (constraint.kind() == TableConstraint.Kind.PRIMARY_KEY) {
        return constraint.name();
      }
    }
    for (ColumnDefinition column : table.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        if (constraint.kind() == ColumnConstraint.Kind.PRIMARY_KEY) {
          return constraint.name();
        }
      }
    }
    return null;
  }

  static void addAutoIncrement(
      Schema schema, String table, String column, @Nullable BigInteger startWith)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    TableDefinition before = change.definition();
    Constraints.requireColumns(before, List.of(column));
    if (before.rowidAlias().filter(c -> c.isNamed(column)).isEmpty()) {
      throw new DatabaseException(
          "The column "
              + column
              + " of the table "
              + table
              + " cannot be auto-increment: SQLite requires that it is the primary key, alone, and"
              + " INTEGER.");
    }
    String name = primaryKeyName(before);
    change.define(t -> t.dropConstraints(c -> c.kind() == TableConstraint.Kind.PRIMARY_KEY));
    change.define(t -> t.changeColumn(column, c -> autoIncrement(c, name)));
    change.run();
    if (startWith != null) {
      startWith(schema, before.name(), startWith);
    }
  }

  /** Sets the next value, unless a row has a higher one. */
  static void startWith(Schema schema, String table, BigInteger first) throws SQLException {
    String name = Names.string(table);
    String last = first.subtract(BigInteger.ONE).toString();
    schema.execute(
        "INSERT INTO main.sqlite_sequence (name, seq) SELECT "
            + name
            + ", 0 WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = "
            + name
            + ")");
    schema.execute(
        "UPDATE main.sqlite_sequence SET seq = max(seq, " + last + ") WHERE name = " + name);
  }

  private static void requireDistinct(
      Schema schema, String table, List<String> columns, String constraint)
      throws DatabaseException, SQLException {
    String present =
        columns.stream()
            .map(column -> Names.quote(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    if (schema.finds(
        "SELECT 1 FROM main."
            + Names.quote(table)
            + " WHERE "
            + present
            + " GROUP BY "
            + Names.quoteAll(columns)
            + " HAVING count(*) > 1")) {
      throw new DatabaseException(
          "The constraint "
              + constraint
              + " cannot be added: rows of the table "
              + table
              + " have duplicate values for "
              + String.join(", ", columns)
              + ". Delete these rows or change their values before this change.");
    }
  }
}
