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
    String table = statement.getTableName();
    ValueText values = new ValueText(database, table);
    String separator = "(";
    for (String column : statement.getColumnValues().keySet()) {
      Object value = statement.getColumnValue(column);
      // SQLite generates the value of a key that is NULL.
      boolean generated = OwnSequence.isNextOf(database, table, column, value);
      sql.append(separator).append(generated ? "NULL" : values.of(column, value));
      separator = ", ";
    }
    sql.append(")");
  }
}
