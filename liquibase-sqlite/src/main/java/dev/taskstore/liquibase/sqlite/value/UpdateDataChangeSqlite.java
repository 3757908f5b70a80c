package dev.taskstore.liquibase.sqlite.value;

import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.UpdateStatement;

/**
 * The change {@code update}. On SQLite, files are part of the SQL; on other databases it is the
 * change of Liquibase.
 */
@DatabaseChange(
    name = "update",
    description = "Updates data in an existing table",
    priority = ValueChanges.PRIORITY,
    appliesTo = "table")
public final class UpdateDataChangeSqlite extends UpdateDataChange {

  @Override
  public boolean supports(Database database) {
    return super.supports(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!(database instanceof SQLiteDatabase)) {
      return super.generateStatements(database);
    }
    UpdateStatement statement =
        new UpdateStatement(getCatalogName(), getSchemaName(), getTableName());
    for (ColumnConfig column : getColumns()) {
      statement.addNewColumnValue(column.getName(), ValueChanges.value(column, getChangeSet()));
    }
    statement.setWhereClause(where);
    for (ColumnConfig parameter : whereParams) {
      if (parameter.getName() != null) {
        statement.addWhereColumnName(parameter.getName());
      }
      statement.addWhereParameter(parameter.getValueObject());
    }
    return new SqlStatement[] {statement};
  }
}
