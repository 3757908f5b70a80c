package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops the primary key with a rebuild of the table. */
@DatabaseChange(
    name = "dropPrimaryKey",
    description = "Drops the primary key with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "primaryKey")
public final class DropPrimaryKeyChangeSqlite extends DropPrimaryKeyChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropPrimaryKeyChangeSqlite() {}

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
        "drop the primary key of the table " + getTableName(),
        schema -> KeyEdits.dropPrimaryKey(schema, getTableName(), getConstraintName()));
  }
}
