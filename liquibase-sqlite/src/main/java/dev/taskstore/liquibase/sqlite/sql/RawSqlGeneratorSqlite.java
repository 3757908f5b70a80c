package dev.taskstore.liquibase.sqlite.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.sqlgenerator.core.RawSqlGenerator;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/** Prints the SQL of changelogs in the terms of SQLite, as {@code updateSQL} does. */
@SuppressWarnings("deprecation") // RawSqlStatement, which the changes of Liquibase use
public final class RawSqlGeneratorSqlite extends RawSqlGenerator {

  /** Creates a generator. Liquibase calls this constructor. */
  public RawSqlGeneratorSqlite() {}

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(RawSqlStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public Sql[] generateSql(
      RawSqlStatement statement, Database database, SqlGeneratorChain sqlGeneratorChain) {
    List<SqlStatement> translated = PlainSql.translated(statement, database);
    if (translated == null) {
      return super.generateSql(statement, database, sqlGeneratorChain);
    }
    List<Sql> sql = new ArrayList<>();
    for (SqlStatement own : translated) {
      sql.addAll(Arrays.asList(SqlGeneratorFactory.getInstance().generateSql(own, database)));
    }
    return sql.toArray(Sql[]::new);
  }
}
