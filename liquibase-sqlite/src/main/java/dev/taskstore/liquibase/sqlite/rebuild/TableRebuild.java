package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.exception.DatabaseException;

/**
 * Replaces a table by a new one with another definition and the same rows, inside the current
 * transaction.
 *
 * <p>The procedure of SQLite's manual turns foreign keys off, because {@code DROP TABLE} deletes
 * the rows first and so runs the actions of foreign keys that reference the table; but {@code
 * PRAGMA foreign_keys} has no effect in a transaction. Here, the old table gets another name before
 * it is dropped. {@code ALTER TABLE} would let the references follow that name. The names are
 * therefore exchanged in {@code sqlite_schema}; nothing else is written there.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite: Making Other Kinds
 *     Of Table Schema Changes</a>
 */
final class TableRebuild {

  private final Schema schema;
  private final Sql sql;
  private final TableDefinition before;
  private final TableDefinition after;
  private final Map<String, String> values;
  private final Set<String> droppedIndexes;

  TableRebuild(
      Schema schema,
      TableDefinition before,
      TableDefinition after,
      Map<String, String> values,
      Set<String> droppedIndexes) {
    this.schema = schema;
    this.sql = schema.sql();
    this.before = before;
    this.after = after;
    this.values = values;
    this.droppedIndexes = droppedIndexes;
  }

  void run() throws DatabaseException, SQLException {
    boolean autoCommit = sql.connection().getAutoCommit();
    if (!autoCommit) {
      rebuild();
      return;
    }
    sql.connection().setAutoCommit(false);
    try {
      rebuild();
      sql.connection().commit();
    } catch (DatabaseException | SQLException | RuntimeException e) {
      sql.connection().rollback();
      throw e;
    } finally {
      sql.connection().setAutoCommit(true);
    }
  }

  private void rebuild() throws DatabaseException, SQLException {
    Pragma.during(sql, "defer_foreign_keys", true, this::replaceWithDependents);
  }

  private void replaceWithDependents() throws DatabaseException, SQLException {
    String table = before.name();
    String copy = schema.freeName("_new_" + table);
    String old = schema.freeName("_old_" + table);
    ForeignKeyCheck references = ForeignKeyCheck.before(schema, table);
    DependentCheck dependents = DependentCheck.before(schema);
    fill(table, copy);
    List<SchemaObject> indexes = schema.indexes(table);
    List<SchemaObject> triggers = schema.triggers(table);
    drop(triggers);
    drop(indexes);
    Pragma.during(sql, "writable_schema", true, () -> exchange(table, copy, old));
    for (SchemaObject index : indexes) {
      if (!droppedIndexes.contains(Names.fold(index.name()))) {
        create(index);
      }
    }
    sql.execute("DROP TABLE main." + Names.quote(old));
    for (SchemaObject trigger : triggers) {
      create(trigger);
    }
    dependents.after(table);
    references.after();
  }

  private void fill(String table, String copy) throws DatabaseException {
    try {
      sql.execute(after.withName(copy).sql());
      copyRows(table, copy);
      keepSequence(table, copy);
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).replace(copy, table);
      throw new DatabaseException("The table " + table + " cannot be changed: " + reason, e);
    }
  }

  private void drop(List<SchemaObject> objects) throws SQLException {
    for (SchemaObject object : objects) {
      sql.execute(object.drop());
    }
  }

  private void exchange(String table, String copy, String old)
      throws DatabaseException, SQLException {
    if (!"1".equals(sql.texts("PRAGMA writable_schema").get(0))) {
      throw new DatabaseException(
          "The table "
              + table
              + " cannot be changed: the connection is in SQLite's defensive mode. Use a"
              + " connection without SQLITE_DBCONFIG_DEFENSIVE for migrations.");
    }
    rename(table, old, before.withName(old));
    rename(copy, table, after);
    sql.execute("PRAGMA writable_schema = RESET");
  }

  private void copyRows(String table, String copy) throws SQLException {
    List<String> targets = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    String rowid = Schema.rowid(before, after);
    if (rowid != null && hasHiddenRowid(before) && hasHiddenRowid(after)) {
      targets.add(rowid);
      sources.add(rowid);
    }
    List<String> stored = schema.storedColumns(table);
    for (String column : schema.storedColumns(copy)) {
      String value = values.get(Names.fold(column));
      boolean kept = stored.stream().anyMatch(name -> Names.same(name, column));
      if (value != null || kept) {
        targets.add(Names.quote(column));
        sources.add(value == null ? Names.quote(column) : value);
      }
    }
    sql.execute(
        "INSERT INTO main."
            + Names.quote(copy)
            + " ("
            + String.join(", ", targets)
            + ") SELECT "
            + String.join(", ", sources)
            + " FROM main."
            + Names.quote(table));
  }

  private static boolean hasHiddenRowid(TableDefinition table) {
    return !table.isWithoutRowid() && table.rowidAlias().isEmpty();
  }

  /** Keeps the counter of AUTOINCREMENT, which can be higher than all ids of the rows. */
  private void keepSequence(String table, String copy) throws SQLException {
    if (!sql.exists("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'")) {
      return;
    }
    boolean counted =
        sql.exists("SELECT 1 FROM main.sqlite_sequence WHERE name = ?", before.name());
    if (counted && (after.isAutoIncrement() || after.wasAutoIncrement())) {
      sql.update("DELETE FROM main.sqlite_sequence WHERE name = ?", copy);
    } else {
      sql.update("DELETE FROM main.sqlite_sequence WHERE name = ?", table);
      sql.update("UPDATE main.sqlite_sequence SET name = ? WHERE name = ?", table, copy);
    }
  }

  /** The indexes of primary keys and unique constraints have names with that of their table. */
  private void rename(String from, String to, TableDefinition definition) throws SQLException {
    sql.update(
        "UPDATE main.sqlite_schema SET tbl_name = ?1, name = ?2 || ?1 || substr(name, length(?2 ||"
            + " ?3) + 1) WHERE type = 'index' AND sql IS NULL AND tbl_name = ?3",
        to,
        "sqlite_autoindex_",
        from);
    sql.update(
        "UPDATE main.sqlite_schema SET name = ?1, tbl_name = ?1, sql = ?2 WHERE type = 'table' AND"
            + " name = ?3",
        to,
        definition.sql(),
        from);
  }

  private void create(SchemaObject object) throws DatabaseException {
    try {
      sql.execute(object.sql());
    } catch (SQLException e) {
      throw new DatabaseException(
          "The "
              + object
              + " does not fit the changed table "
              + before.name()
              + "; drop it before this change, and create it again afterwards: "
              + e.getMessage(),
          e);
    }
  }
}
