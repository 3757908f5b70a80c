package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops the default value of a column. */
@DatabaseChange(
    name = "dropDefaultValue",
    description = "Drops the default value of a column.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class DropDefaultValueChangeSqlite extends DropDefaultValueChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropDefaultValueChangeSqlite() {}

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
        "drop the default value of the column "
            + getColumnName()
            + " of the table "
            + getTableName(),
        schema -> DefaultEdits.drop(schema, getTableName(), getColumnName()));
  }
}
