package dev.taskstore.liquibase.sqlite.value;

import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.InsertDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertStatement;

/**
 * The change {@code insert}. On SQLite, files and binary values are part of the SQL; on other
 * databases it is the change of Liquibase.
 */
@DatabaseChange(
    name = "insert",
    description = "Inserts data into an existing table",
    priority = ValueChanges.PRIORITY,
    appliesTo = "table")
public final class InsertDataChangeSqlite extends InsertDataChange {

  @Override
  public boolean supports(Database database) {
    return super.supports(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!(database instanceof SQLiteDatabase)) {
      return super.generateStatements(database);
    }
    InsertStatement statement =
        new InsertStatement(getCatalogName(), getSchemaName(), getTableName());
    for (ColumnConfig column : getColumns()) {
      if (!Boolean.TRUE.equals(column.isAutoIncrement())) {
        statement.addColumnValue(column.getName(), ValueChanges.value(column, getChangeSet()));
      }
    }
    return new SqlStatement[] {statement};
  }
}
