package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.AddColumnConfig;
import liquibase.exception.DatabaseException;

/** Adds, drops, renames and merges columns. */
final class ColumnEdits {

  private ColumnEdits() {}

  static void add(Schema schema, String table, List<AddColumnConfig> configs)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    boolean isNative = true;
    for (AddColumnConfig config : configs) {
      NewColumn column = new NewColumn(table, config);
      if (change.definition().column(column.name()).isPresent()) {
        throw new DatabaseException(
            "The table " + table + " already has a column " + column.name() + ".");
      }
      ForeignKeyEdits.Target target = column.target();
      if (target != null) {
        ForeignKeyEdits.requireKey(schema, target, List.of(column.type()));
      }
      requireValue(schema, table, column);
      isNative &= column.isNative();
    }
    if (isNative) {
      addNative(schema, table, configs);
    } else {
      rebuild(change, table, configs);
    }
  }

  private static void requireValue(Schema schema, String table, NewColumn column)
      throws DatabaseException, SQLException {
    boolean filled =
        column.isAutoIncrement() || column.value() != null || column.defaultClause() != null;
    if ((column.isNotNull() || column.isPrimaryKey())
        && !filled
        && schema.finds("SELECT 1 FROM main." + Names.quote(table))) {
      throw new DatabaseException(
          "The column "
              + column.name()
              + " cannot be NOT NULL: the table "
              + table
              + " has rows, which would have no value. Set a default value or a value.");
    }
  }

  private static void addNative(Schema schema, String table, List<AddColumnConfig> configs)
      throws DatabaseException, SQLException {
    for (AddColumnConfig config : configs) {
      NewColumn column = new NewColumn(table, config);
      schema.alter("ALTER TABLE main." + Names.quote(table) + " ADD COLUMN " + column.text());
      if (column.value() != null) {
        schema.execute(
            "UPDATE main."
                + Names.quote(table)
                + " SET "
                + Names.quote(column.name())
                + " = "
                + column.value());
      }
    }
  }

  private static void rebuild(TableChange change, String table, List<AddColumnConfig> configs)
      throws DatabaseException, SQLException {
    BigInteger start = null;
    for (AddColumnConfig config : configs) {
      NewColumn column = new NewColumn(table, config);
      String text = column.text();
      int position = position(change.definition(), config);
      change.define(t -> t.addColumn(text, position));
      String value = column.value();
      if (value != null) {
        change.value(column.name(), value);
      }
      start = config.getStartWith() == null ? start : config.getStartWith();
    }
    change.run();
    if (start != null) {
      KeyEdits.startWith(change.schema(), change.definition().name(), start);
    }
  }

  private static int position(TableDefinition table, AddColumnConfig config)
      throws DatabaseException {
    int count = table.columns().size();
    String neighbour =
        config.getAfterColumn() == null ? config.getBeforeColumn() : config.getAfterColumn();
    if (neighbour == null) {
      Integer position = config.getPosition();
      return position == null ? count : Math.min(Math.max(position - 1, 0), count);
    }
    Constraints.requireColumns(table, List.of(neighbour));
    int index = table.columns().indexOf(table.column(neighbour).orElseThrow());
    return config.getAfterColumn() == null ? index : index + 1;
  }

  static void drop(Schema schema, String table, List<String> columns)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    for (String column : columns) {
      drop(change, column);
    }
    change.run();
  }

  /**
   * Drops a column with the constraints and indexes that use it, also together with other columns,
   * as PostgreSQL does.
   */
  private static void drop(TableChange change, String column)
      throws DatabaseException, SQLException {
    TableDefinition table = change.definition();
    Constraints.requireColumns(table, List.of(column));
    if (table.columns().size() == 1) {
      throw new DatabaseException(
          "The column "
              + column
              + " is the only one of the table "
              + table.name()
              + ", and SQLite requires one. Drop the table instead.");
    }
    for (ColumnDefinition other : table.columns()) {
      boolean computed =
          other
              .find(ColumnConstraint.Kind.GENERATED)
              .filter(generated -> generated.mentions(column))
              .isPresent();
      if (computed && !other.isNamed(column)) {
        throw new DatabaseException(
            "The column "
                + column
                + " cannot be dropped: the generated column "
                + other.name()
                + " of the table "
                + table.name()
                + " uses it. Drop that column first.");
      }
    }
    for (String index : change.schema().indexesUsing(table.name(), column)) {
      change.dropIndex(index);
    }
    change.define(t -> t.dropColumn(column).dropConstraints(c -> c.uses(column)));
    for (ColumnDefinition other : change.definition().columns()) {
      change.define(
          t ->
              t.changeColumn(
                  other.name(),
                  c ->
                      c.without(
                          k -> k.kind() == ColumnConstraint.Kind.CHECK && k.mentions(column))));
    }
  }

  static void rename(Schema schema, String table, String from, String to)
      throws DatabaseException, SQLException {
    TableDefinition definition = schema.table(table);
    Constraints.requireColumns(definition, List.of(from));
    schema.alter(
        "ALTER TABLE main."
            + Names.quote(table)
            + " RENAME COLUMN "
            + Names.quote(from)
            + " TO "
            + Names.quote(to));
  }

  static void merge(
      Schema schema, String table, String first, String join, String second, AddColumnConfig merged)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(first, second));
    NewColumn column = new NewColumn(table, merged);
    if (change.definition().column(column.name()).isPresent()) {
      throw new DatabaseException(
          "The table " + table + " already has a column " + column.name() + ".");
    }
    List<String> old = new ArrayList<>(List.of(first));
    if (!Names.same(first, second)) {
      old.add(second);
    }
    String text = column.text();
    change.define(t -> t.addColumn(text, t.columns().size()));
    change.value(
        column.name(),
        Names.quote(first) + " || " + Names.string(join) + " || " + Names.quote(second));
    for (String dropped : old) {
      drop(change, dropped);
    }
    change.run();
  }
}
