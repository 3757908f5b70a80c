package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.AddColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.MergeColumnChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Merges two columns into one. */
@DatabaseChange(
    name = "mergeColumns",
    description = "Merges two columns into one.",
    priority = Replacement.PRIORITY)
public final class MergeColumnChangeSqlite extends MergeColumnChange {

  /** Creates a change. Liquibase calls this constructor. */
  public MergeColumnChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  private String join() {
    return getJoinString() == null ? "" : getJoinString();
  }

  private AddColumnConfig merged() {
    AddColumnConfig merged = new AddColumnConfig();
    merged.setName(getFinalColumnName());
    merged.setType(getFinalColumnType());
    return merged;
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    return SchemaStatement.of(
        this,
        database,
        "merge columns of the table " + getTableName(),
        schema ->
            ColumnEdits.merge(
                schema, getTableName(), getColumn1Name(), join(), getColumn2Name(), merged()));
  }
}
