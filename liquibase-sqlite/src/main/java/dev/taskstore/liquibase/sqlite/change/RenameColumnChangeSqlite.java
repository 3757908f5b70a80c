package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Renames a column. */
@DatabaseChange(
    name = "renameColumn",
    description = "Renames a column.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class RenameColumnChangeSqlite extends RenameColumnChange {

  /** Creates a change. Liquibase calls this constructor. */
  public RenameColumnChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    return SchemaStatement.of(
        this,
        database,
        "rename the column " + getOldColumnName() + " of the table " + getTableName(),
        schema ->
            ColumnEdits.rename(schema, getTableName(), getOldColumnName(), getNewColumnName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
