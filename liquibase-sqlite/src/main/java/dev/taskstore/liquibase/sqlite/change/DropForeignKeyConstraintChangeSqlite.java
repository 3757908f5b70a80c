package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropForeignKeyConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops a foreign key with a rebuild of the table. */
@DatabaseChange(
    name = "dropForeignKeyConstraint",
    description = "Drops a foreign key with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "foreignKey")
public final class DropForeignKeyConstraintChangeSqlite extends DropForeignKeyConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropForeignKeyConstraintChangeSqlite() {}

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
        "drop a foreign key of the table " + getBaseTableName(),
        schema -> ForeignKeyEdits.drop(schema, getBaseTableName(), getConstraintName()));
  }
}
