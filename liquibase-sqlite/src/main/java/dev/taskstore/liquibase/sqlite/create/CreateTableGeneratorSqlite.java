package dev.taskstore.liquibase.sqlite.create;

import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.ArrayList;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.CreateTableGenerator;
import liquibase.statement.core.CreateTableStatement;

/** Creates STRICT tables whose columns store the values of standard types. */
public final class CreateTableGeneratorSqlite extends CreateTableGenerator {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(CreateTableStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public Sql[] generateSql(
      CreateTableStatement statement, Database database, SqlGeneratorChain chain) {
    String table = statement.getTableName();
    if (SchemaText.isOfLiquibase(database, table)) {
      return super.generateSql(statement, database, chain);
    }
    CreateTableText text = new CreateTableText(statement, database);
    String createTable = text.sql();
    SchemaText.generated(database, table, createTable);
    List<Sql> sql = new ArrayList<>();
    sql.add(new UnparsedSql(createTable, getAffectedTable(statement)));
    String sequence = text.firstGeneratedValue();
    if (sequence != null) {
      sql.add(new UnparsedSql(sequence, getAffectedTable(statement)));
    }
    return sql.toArray(Sql[]::new);
  }
}
