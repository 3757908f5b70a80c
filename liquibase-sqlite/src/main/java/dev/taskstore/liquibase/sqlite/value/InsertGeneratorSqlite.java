package dev.taskstore.liquibase.sqlite.value;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sqlgenerator.core.InsertGenerator;
import liquibase.statement.core.InsertStatement;

/** Inserts values in the form that the columns store. */
public final class InsertGeneratorSqlite extends InsertGenerator {

  /** Above Liquibase's generator for all databases, and below that of inserts that also update. */
  @Override
  public int getPriority() {
    return PRIORITY_DEFAULT + 1;
  }

  @Override
  public boolean supports(InsertStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  public void generateValues(StringBuilder sql, InsertStatement statement, Database database) {
    ValueText values = new ValueText(database, statement.getTableName());
    String separator = "(";
    for (String column : statement.getColumnValues().keySet()) {
      sql.append(separator).append(values.of(column, statement.getColumnValue(column)));
      separator = ", ";
    }
    sql.append(")");
  }
}
