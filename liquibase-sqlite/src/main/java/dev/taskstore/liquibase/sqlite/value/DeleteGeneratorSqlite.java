package dev.taskstore.liquibase.sqlite.value;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.DeleteGenerator;
import liquibase.statement.core.DeleteStatement;

/** Deletes rows by conditions whose values have the form that the columns store. */
public final class DeleteGeneratorSqlite extends DeleteGenerator {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(DeleteStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public Sql[] generateSql(
      DeleteStatement statement, Database database, SqlGeneratorChain sqlGeneratorChain) {
    String table = statement.getTableName();
    if (statement.getWhere() == null || SchemaText.isOfLiquibase(database, table)) {
      return super.generateSql(statement, database, sqlGeneratorChain);
    }
    String name =
        database.escapeTableName(statement.getCatalogName(), statement.getSchemaName(), table);
    String condition =
        new PredicateText(database, table)
            .of(
                statement.getWhere(),
                statement.getWhereColumnNames(),
                statement.getWhereParameters());
    return new Sql[] {
      new UnparsedSql("DELETE FROM " + name + " WHERE " + condition, getAffectedTable(statement))
    };
  }
}
