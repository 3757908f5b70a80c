package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Compares the violated foreign keys of a table, and those that reference it, before and after a
 * change. Rows that were written without foreign keys, and that violated them before, are no
 * failure of the change.
 */
final class ForeignKeyCheck {

  /** A foreign key: the child table, and the parent table with the columns of the child. */
  private record Key(String child, String parentAndColumns) {}

  private final Schema schema;
  private final String table;
  private final Map<Key, Long> violations;
  private final Map<String, String> mismatches;

  private ForeignKeyCheck(Schema schema, String table) throws SQLException {
    this.schema = schema;
    this.table = table;
    this.violations = new HashMap<>();
    this.mismatches = new HashMap<>();
    List<String> tables = new ArrayList<>(schema.referencing(table));
    tables.add(table);
    for (String child : tables) {
      add(child);
    }
  }

  static ForeignKeyCheck before(Schema schema, String table) throws SQLException {
    return new ForeignKeyCheck(schema, table);
  }

  private void add(String child) throws SQLException {
    try {
      for (List<@Nullable String> row :
          schema
              .sql()
              .rows(
                  "SELECT (SELECT f.\"table\" || ' ' || group_concat(f.\"from\", ', ') FROM"
                      + " pragma_foreign_key_list(?1) f WHERE f.id = c.fkid), count(*) FROM"
                      + " pragma_foreign_key_check(?1) c GROUP BY c.fkid",
                  child)) {
        violations.merge(
            new Key(child, String.valueOf(row.get(0))),
            Long.valueOf(String.valueOf(row.get(1))),
            Long::sum);
      }
    } catch (SQLException e) {
      mismatches.put(Names.fold(child), String.valueOf(e.getMessage()));
    }
  }

  void after() throws DatabaseException, SQLException {
    ForeignKeyCheck now = new ForeignKeyCheck(schema, table);
    for (Map.Entry<String, String> mismatch : now.mismatches.entrySet()) {
      if (!mismatches.containsKey(mismatch.getKey())) {
        throw new DatabaseException(
            "A foreign key of the table "
                + mismatch.getKey()
                + " references columns without a primary key or unique constraint. Add that"
                + " constraint, or drop the foreign key first: "
                + mismatch.getValue());
      }
    }
    for (Map.Entry<Key, Long> violation : now.violations.entrySet()) {
      if (violation.getValue() > violations.getOrDefault(violation.getKey(), 0L)) {
        throw new DatabaseException(
            "Rows violate the foreign key "
                + describe(violation.getKey())
                + ". Delete these rows or change their values before this change.");
      }
    }
  }

  private String describe(Key key) throws DatabaseException, SQLException {
    List<String> names = names(schema.table(key.child()), key.parentAndColumns());
    return names.isEmpty()
        ? "of the table " + key.child() + " to " + key.parentAndColumns()
        : names.get(0) + " of the table " + key.child();
  }

  private static List<String> names(TableDefinition child, String parentAndColumns) {
    List<String> names = new ArrayList<>();
    for (TableConstraint constraint : child.constraints()) {
      String key = constraint.referencedTable() + " " + String.join(", ", constraint.columns());
      if (constraint.name() != null && Names.same(key, parentAndColumns)) {
        names.add(constraint.name());
      }
    }
    for (ColumnDefinition column : child.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        String key = constraint.referencedTable() + " " + column.name();
        if (constraint.name() != null && Names.same(key, parentAndColumns)) {
          names.add(constraint.name());
        }
      }
    }
    return names;
  }
}
