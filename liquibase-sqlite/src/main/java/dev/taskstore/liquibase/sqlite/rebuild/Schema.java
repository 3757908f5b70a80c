package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.IndexText;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.text.UnreadableDefinitionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The main schema of a SQLite database, read and changed through a connection inside its current
 * transaction. Must not be used from several threads at once.
 */
public final class Schema {

  private final Sql sql;

  /**
   * Creates a schema.
   *
   * @param connection a connection to SQLite
   */
  public Schema(Connection connection) {
    this.sql = new Sql(connection);
  }

  Sql sql() {
    return sql;
  }

  /**
   * Returns the definition of a table.
   *
   * @param table the name without quotes
   * @return the definition
   * @throws DatabaseException if there is no such table, or if it has no columns to change, for
   *     example because it is virtual
   * @throws SQLException if SQLite fails
   */
  public TableDefinition table(String table) throws DatabaseException, SQLException {
    List<String> found =
        sql.texts(
            "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE",
            table);
    if (found.isEmpty()) {
      throw new DatabaseException("The table " + table + " does not exist.");
    }
    try {
      return TableDefinition.read(found.get(0));
    } catch (UnreadableDefinitionException e) {
      throw new DatabaseException(
          "The table " + table + " cannot be changed: " + e.getMessage(), e);
    }
  }

  /**
   * Returns whether a table exists.
   *
   * @param table the name without quotes
   * @return whether it exists
   * @throws SQLException if SQLite fails
   */
  public boolean hasTable(String table) throws SQLException {
    return sql.exists(
        "SELECT 1 FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name = ?"
            + " COLLATE NOCASE",
        table);
  }

  /**
   * Returns whether a query returns a row.
   *
   * @param query the query
   * @return whether there is one
   * @throws SQLException if SQLite fails
   */
  public boolean finds(String query) throws SQLException {
    return sql.exists("SELECT 1 WHERE EXISTS (" + query + ")");
  }

  /**
   * Returns the first value of a query.
   *
   * @param query the query
   * @return the value as text; null if it is NULL or without rows
   * @throws SQLException if SQLite fails
   */
  public @Nullable String value(String query) throws SQLException {
    List<List<@Nullable String>> rows = sql.rows(query);
    return rows.isEmpty() ? null : rows.get(0).get(0);
  }

  /**
   * Runs a statement.
   *
   * @param statement the statement
   * @throws SQLException if SQLite fails
   */
  public void execute(String statement) throws SQLException {
    sql.execute(statement);
  }

  /**
   * Runs an ALTER TABLE statement. References in other objects follow renamed tables and columns,
   * also if the connection has {@code legacy_alter_table}.
   *
   * @param statement the statement
   * @throws DatabaseException never
   * @throws SQLException if SQLite fails
   */
  public void alter(String statement) throws DatabaseException, SQLException {
    Pragma.during(sql, "legacy_alter_table", false, () -> sql.execute(statement));
  }

  /**
   * Drops a table to which no foreign key refers.
   *
   * @param table the name without quotes
   * @throws DatabaseException if a view or a trigger of another table uses the table
   * @throws SQLException if SQLite fails
   */
  public void dropTable(String table) throws DatabaseException, SQLException {
    DependentCheck dependents = DependentCheck.before(this);
    sql.execute("DROP TABLE main." + Names.quote(table));
    dependents.after(table);
  }

  /**
   * Replaces a view by another one with another name. Triggers of the view are dropped with it.
   *
   * @param view the name of the view without quotes
   * @param create the statement that creates the other one
   * @throws DatabaseException if another view or trigger uses the view
   * @throws SQLException if SQLite fails
   */
  public void replaceView(String view, String create) throws DatabaseException, SQLException {
    DependentCheck dependents = DependentCheck.before(this);
    if (!triggers(view).isEmpty()) {
      throw new DatabaseException(
          "The view " + view + " has triggers. Drop them before this change.");
    }
    sql.execute("DROP VIEW main." + Names.quote(view));
    sql.execute(create);
    dependents.after(view);
  }

  /**
   * Returns the tables with a foreign key to a table, without the table itself.
   *
   * @param table the name without quotes
   * @return the names
   * @throws SQLException if SQLite fails
   */
  public List<String> referencing(String table) throws SQLException {
    return sql.texts(
        "SELECT DISTINCT s.name FROM main.sqlite_schema s, pragma_foreign_key_list(s.name) f"
            + " WHERE s.type = 'table' AND f.\"table\" = ?1 COLLATE NOCASE"
            + " AND s.name <> ?1 COLLATE NOCASE ORDER BY s.rowid",
        table);
  }

  /**
   * Returns the columns of each unique constraint and unique index that covers all rows.
   *
   * @param table the name without quotes
   * @return the columns of each key, in the order of the key
   * @throws SQLException if SQLite fails
   */
  public List<List<String>> uniqueKeys(String table) throws SQLException {
    List<List<String>> keys = new ArrayList<>();
    for (String index :
        sql.texts(
            "SELECT name FROM pragma_index_list(?) WHERE \"unique\" AND NOT partial", table)) {
      keys.add(sql.texts("SELECT name FROM pragma_index_info(?) ORDER BY seqno", index));
    }
    return keys;
  }

  /**
   * Returns the indexes, created by a statement, that use a column.
   *
   * @param table the name without quotes
   * @param column the name without quotes
   * @return the names of the indexes
   * @throws SQLException if SQLite fails
   */
  public List<String> indexesUsing(String table, String column) throws SQLException {
    List<String> using = new ArrayList<>();
    for (SchemaObject index : indexes(table)) {
      if (IndexText.uses(index.sql(), column)) {
        using.add(index.name());
      }
    }
    return using;
  }

  /** The indexes of a table that a statement created. */
  List<SchemaObject> indexes(String table) throws SQLException {
    return objects("index", table);
  }

  List<SchemaObject> triggers(String table) throws SQLException {
    return objects("trigger", table);
  }

  private List<SchemaObject> objects(String type, String table) throws SQLException {
    List<SchemaObject> objects = new ArrayList<>();
    for (List<@Nullable String> row :
        sql.rows(
            "SELECT name, sql FROM main.sqlite_schema WHERE type = ? AND sql IS NOT NULL"
                + " AND tbl_name = ? COLLATE NOCASE ORDER BY rowid",
            type,
            table)) {
      objects.add(new SchemaObject(type, String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    }
    return objects;
  }

  /** The names of the columns that the result of {@code SELECT *} and hidden ones have. */
  List<String> storedColumns(String table) throws SQLException {
    return sql.texts("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", table);
  }

  /** A name that no table, index or view has. */
  String freeName(String prefix) throws SQLException {
    String name = prefix;
    for (int i = 2;
        sql.exists("SELECT 1 FROM main.sqlite_schema WHERE name = ? COLLATE NOCASE", name);
        i++) {
      name = prefix + i;
    }
    return name;
  }

  /** The first alias of the rowid that is not the name of a column, or null. */
  static @Nullable String rowid(TableDefinition... tables) {
    for (String alias : List.of("rowid", "_rowid_", "oid")) {
      boolean free = true;
      for (TableDefinition table : tables) {
        free &= table.column(alias).isEmpty();
      }
      if (free) {
        return Names.quote(alias);
      }
    }
    return null;
  }
}
