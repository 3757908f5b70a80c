package dev.taskstore.liquibase.sqlite.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DeleteStatement;
import liquibase.statement.core.InsertOrUpdateStatement;

/**
 * The change {@code loadUpdateData}. On SQLite, its values have the form that the columns store; on
 * other databases it is the change of Liquibase.
 */
@DatabaseChange(
    name = "loadUpdateData",
    description = "Loads or updates data from a CSV file into an existing table",
    priority = ValueChanges.PRIORITY,
    appliesTo = "table",
    since = "2.0")
public final class LoadUpdateDataChangeSqlite extends LoadUpdateDataChange {

  @Override
  public boolean supports(Database database) {
    return super.supports(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    CsvHeader.addTypes(this, this::columnConfigFromName, database);
    return super.generateStatements(database);
  }

  @Override
  protected SqlStatement[] generateStatementsFromRows(
      Database database, List<LoadDataRowConfig> rows) {
    if (!(database instanceof SQLiteDatabase)) {
      return super.generateStatementsFromRows(database, rows);
    }
    return ValueChanges.inserts(
            rows.stream().map(LoadDataRowConfig::getColumns),
            () -> createStatement(getCatalogName(), getSchemaName(), getTableName()),
            getChangeSet())
        .toArray(SqlStatement[]::new);
  }

  @Override
  public SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    if (!(database instanceof SQLiteDatabase)) {
      return super.generateRollbackStatements(database);
    }
    List<SqlStatement> statements = new ArrayList<>();
    for (SqlStatement statement : generateStatements(database)) {
      if (statement instanceof InsertOrUpdateStatement row) {
        statements.add(deletion(row));
      }
    }
    return statements.toArray(SqlStatement[]::new);
  }

  private DeleteStatement deletion(InsertOrUpdateStatement row) {
    String[] keys = row.getPrimaryKey().split("\\s*,\\s*");
    DeleteStatement deletion =
        new DeleteStatement(getCatalogName(), getSchemaName(), getTableName());
    deletion.setWhere(String.join(" AND ", Collections.nCopies(keys.length, ":name IS :value")));
    for (String key : keys) {
      deletion.addWhereColumnName(key);
      deletion.addWhereParameter(row.getColumnValue(key));
    }
    return deletion;
  }
}
