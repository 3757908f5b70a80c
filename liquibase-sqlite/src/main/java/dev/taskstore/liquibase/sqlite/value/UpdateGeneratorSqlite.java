package dev.taskstore.liquibase.sqlite.value;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.UpdateGenerator;
import liquibase.statement.core.UpdateStatement;

/** Updates columns to values in the form that they store. */
public final class UpdateGeneratorSqlite extends UpdateGenerator {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(UpdateStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public Sql[] generateSql(
      UpdateStatement statement, Database database, SqlGeneratorChain sqlGeneratorChain) {
    String table = statement.getTableName();
    if (SchemaText.isOfLiquibase(database, table)) {
      return super.generateSql(statement, database, sqlGeneratorChain);
    }
    String catalog = statement.getCatalogName();
    String schema = statement.getSchemaName();
    ValueText values = new ValueText(database, table);
    StringBuilder sql =
        new StringBuilder("UPDATE ").append(database.escapeTableName(catalog, schema, table));
    String separator = " SET ";
    for (String column : statement.getNewColumnValues().keySet()) {
      sql.append(separator)
          .append(database.escapeColumnName(catalog, schema, table, column))
          .append(" = ")
          .append(values.of(column, statement.getNewColumnValues().get(column)));
      separator = ", ";
    }
    if (statement.getWhereClause() != null) {
      sql.append(" WHERE ")
          .append(
              new PredicateText(database, table)
                  .of(
                      statement.getWhereClause(),
                      statement.getWhereColumnNames(),
                      statement.getWhereParameters()));
    }
    return new Sql[] {new UnparsedSql(sql.toString(), getAffectedTable(statement))};
  }
}
