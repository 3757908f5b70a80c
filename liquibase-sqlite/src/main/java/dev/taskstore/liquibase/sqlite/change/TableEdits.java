package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import java.sql.SQLException;
import java.util.List;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Renames and drops tables, and adds lookup tables. */
final class TableEdits {

  private TableEdits() {}

  static void rename(Schema schema, String from, String to) throws DatabaseException, SQLException {
    String name = schema.table(from).name();
    schema.alter("ALTER TABLE main." + Names.quote(name) + " RENAME TO " + Names.quote(to));
  }

  /** SQLite deletes the rows of a dropped table first, and so runs ON DELETE of its children. */
  static void drop(Schema schema, String table, boolean cascade)
      throws DatabaseException, SQLException {
    String name = schema.table(table).name();
    List<String> children = schema.referencing(name);
    if (!children.isEmpty() && !cascade) {
      throw new DatabaseException(
          "The table "
              + name
              + " cannot be dropped: foreign keys of the tables "
              + String.join(", ", children)
              + " reference it. Drop these foreign keys first, or set cascadeConstraints.");
    }
    for (String child : children) {
      ForeignKeyEdits.dropReferences(schema, child, parent -> Names.same(parent, name));
    }
    schema.dropTable(name);
  }

  /**
   * The lookup table of a column.
   *
   * @param table the new table
   * @param column its column
   * @param type the type of its column, or null for the type of the existing column
   */
  record Lookup(String table, String column, @Nullable String type) {}

  static void addLookup(
      Schema schema, String table, String column, Lookup lookup, String constraint)
      throws DatabaseException, SQLException {
    TableDefinition existing = schema.table(table);
    Constraints.requireColumns(existing, List.of(column));
    ColumnDefinition definition = existing.column(column).orElseThrow();
    String type = definition.type().strip();
    String limits = "";
    if (lookup.type() != null) {
      ColumnType given = ColumnType.of(lookup.type(), false);
      type = given.definition();
      limits = NewColumn.limits(lookup.table(), lookup.column(), given);
    }
    schema.execute(
        "CREATE TABLE main."
            + Names.quote(lookup.table())
            + " ("
            + Names.quote(lookup.column())
            + " "
            + type
            + " NOT NULL"
            + limits
            + ", CONSTRAINT "
            + Names.quote(ConstraintNames.primaryKey(lookup.table()))
            + " PRIMARY KEY ("
            + Names.quote(lookup.column())
            + "))"
            + (existing.isStrict() ? " STRICT" : ""));
    schema.execute(
        "INSERT INTO main."
            + Names.quote(lookup.table())
            + " SELECT DISTINCT "
            + Names.quote(column)
            + " FROM main."
            + Names.quote(table)
            + " WHERE "
            + Names.quote(column)
            + " IS NOT NULL");
    ForeignKeyEdits.add(
        schema,
        table,
        List.of(column),
        constraint,
        new ForeignKeyEdits.Target(
            lookup.table(), List.of(lookup.column()), null, null, false, false));
  }
}
