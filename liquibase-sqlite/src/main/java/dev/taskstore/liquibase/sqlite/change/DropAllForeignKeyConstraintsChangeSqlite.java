package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropAllForeignKeyConstraintsChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops all foreign keys of a table. */
@DatabaseChange(
    name = "dropAllForeignKeyConstraints",
    description = "Drops all foreign keys of a table.",
    priority = Replacement.PRIORITY,
    appliesTo = "table")
public final class DropAllForeignKeyConstraintsChangeSqlite
    extends DropAllForeignKeyConstraintsChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropAllForeignKeyConstraintsChangeSqlite() {}

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
        "drop the foreign keys of the table " + getBaseTableName(),
        schema -> ForeignKeyEdits.dropAll(schema, getBaseTableName()));
  }
}
