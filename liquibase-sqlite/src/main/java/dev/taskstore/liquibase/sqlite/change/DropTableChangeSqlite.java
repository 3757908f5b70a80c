package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropTableChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops a table and keeps the rows of the tables that reference it. */
@DatabaseChange(
    name = "dropTable",
    description = "Drops a table and keeps the rows of the tables that reference it.",
    priority = Replacement.PRIORITY,
    appliesTo = "table")
public final class DropTableChangeSqlite extends DropTableChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropTableChangeSqlite() {}

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
        "drop the table " + getTableName(),
        schema ->
            TableEdits.drop(schema, getTableName(), Boolean.TRUE.equals(isCascadeConstraints())));
  }
}
