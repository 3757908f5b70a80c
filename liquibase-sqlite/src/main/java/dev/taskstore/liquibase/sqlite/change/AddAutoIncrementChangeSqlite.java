package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.AddAutoIncrementChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Makes an INTEGER PRIMARY KEY auto-increment. */
@DatabaseChange(
    name = "addAutoIncrement",
    description = "Makes an INTEGER PRIMARY KEY auto-increment.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddAutoIncrementChangeSqlite extends AddAutoIncrementChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddAutoIncrementChangeSqlite() {}

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
        "make the column "
            + getColumnName()
            + " of the table "
            + getTableName()
            + " auto-increment",
        schema ->
            KeyEdits.addAutoIncrement(schema, getTableName(), getColumnName(), getStartWith()));
  }
}
