package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Adds and drops NOT NULL. */
final class NullabilityEdits {

  private NullabilityEdits() {}

  static void add(
      Schema schema,
      String table,
      String column,
      @Nullable String constraint,
      @Nullable String type,
      @Nullable String valueForNulls)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(column));
    if (valueForNulls == null || valueForNulls.toLowerCase(Locale.ROOT).equals("null")) {
      requireNoNulls(schema, table, column);
    } else {
      ColumnDefinition definition = change.definition().column(column).orElseThrow();
      schema.execute(
          "UPDATE main."
              + Names.quote(table)
              + " SET "
              + Names.quote(column)
              + " = "
              + DefaultEdits.type(definition, type).literal(valueForNulls)
              + " WHERE "
              + Names.quote(column)
              + " IS NULL");
    }
    boolean already =
        change.definition().column(column).orElseThrow().has(ColumnConstraint.Kind.NOT_NULL);
    if (!already) {
      change.define(
          t ->
              t.changeColumn(
                  column,
                  c ->
                      c.without(k -> k.kind() == ColumnConstraint.Kind.NULL)
                          .with(Constraints.named(constraint) + "NOT NULL")));
      change.run();
    }
  }

  static void drop(Schema schema, String table, String column)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(column));
    if (change.definition().primaryKey().stream().anyMatch(name -> Names.same(name, column))) {
      throw new DatabaseException(
          "NOT NULL cannot be dropped: the column "
              + column
              + " is in the primary key of the table "
              + table
              + ". Drop the primary key first.");
    }
    if (change.definition().column(column).orElseThrow().has(ColumnConstraint.Kind.NOT_NULL)) {
      change.define(
          t ->
              t.changeColumn(
                  column, c -> c.without(k -> k.kind() == ColumnConstraint.Kind.NOT_NULL)));
      change.run();
    }
  }

  static void requireNoNulls(Schema schema, String table, String column)
      throws DatabaseException, SQLException {
    if (schema.finds(
        "SELECT 1 FROM main."
            + Names.quote(table)
            + " WHERE "
            + Names.quote(column)
            + " IS NULL")) {
      throw new DatabaseException(
          "The column "
              + column
              + " of the table "
              + table
              + " cannot be NOT NULL: rows have no value. Set defaultNullValue, or update these"
              + " rows before this change.");
    }
  }
}
