package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import liquibase.exception.DatabaseException;

/**
 * A change of a table that SQLite's ALTER TABLE cannot make: {@link #run} rebuilds the table. Must
 * be used once and from one thread.
 */
public final class TableChange {

  private final Schema schema;
  private final TableDefinition before;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private TableDefinition after;

  /**
   * Starts a change.
   *
   * @param schema the schema
   * @param table the name of the table without quotes
   * @throws DatabaseException if the table does not exist or cannot be changed
   * @throws SQLException if SQLite fails
   */
  public TableChange(Schema schema, String table) throws DatabaseException, SQLException {
    this.schema = schema;
    this.before = schema.table(table);
    this.after = before;
  }

  /** Returns the schema. */
  public Schema schema() {
    return schema;
  }

  /** Returns the definition with the changes so far. */
  public TableDefinition definition() {
    return after;
  }

  /**
   * Changes the definition.
   *
   * @param change the change
   */
  public void define(UnaryOperator<TableDefinition> change) {
    after = change.apply(after);
  }

  /**
   * Sets the values of a column.
   *
   * @param column the name without quotes
   * @param expression an expression over the columns of the table before the change
   */
  public void value(String column, String expression) {
    values.put(Names.fold(column), expression);
  }

  /**
   * Drops an index together with the change.
   *
   * @param index the name without quotes
   */
  public void dropIndex(String index) {
    dropped.add(Names.fold(index));
  }

  /**
   * Rebuilds the table.
   *
   * @throws DatabaseException if the rows or other objects do not fit the new definition
   * @throws SQLException if SQLite fails
   */
  public void run() throws DatabaseException, SQLException {
    new TableRebuild(schema, before, after, values, dropped).run();
  }
}
