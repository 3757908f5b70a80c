package dev.taskstore.liquibase.sqlite.value;

import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.core.LoadDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertSetStatement;

/**
 * The change {@code loadData}. On SQLite, each row is an INSERT, whether prepared statements are
 * asked for or not; on other databases it is the change of Liquibase.
 */
@DatabaseChange(
    name = "loadData",
    description = "Loads data from a CSV file into an existing table",
    priority = ValueChanges.PRIORITY,
    appliesTo = "table",
    since = "1.7")
public final class LoadDataChangeSqlite extends LoadDataChange {

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
    if (rows.isEmpty()) {
      return new SqlStatement[0];
    }
    InsertSetStatement statement =
        createStatementSet(getCatalogName(), getSchemaName(), getTableName());
    ValueChanges.inserts(
            rows.stream().map(LoadDataRowConfig::getColumns),
            () -> createStatement(getCatalogName(), getSchemaName(), getTableName()),
            getChangeSet())
        .forEach(statement::addInsertStatement);
    return new SqlStatement[] {statement};
  }
}
