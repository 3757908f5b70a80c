package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddColumnChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Adds columns to a table, on SQLite with a rebuild if ALTER TABLE cannot add them. */
@DatabaseChange(
    name = "addColumn",
    description =
        "Adds columns to a table, on SQLite with a rebuild if ALTER TABLE cannot add them.",
    priority = Replacement.PRIORITY,
    appliesTo = "table")
public final class AddColumnChangeSqlite extends AddColumnChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddColumnChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    return SchemaStatement.of(
        this,
        database,
        "add columns to the table " + getTableName(),
        schema -> ColumnEdits.add(schema, getTableName(), getColumns()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
