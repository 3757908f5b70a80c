package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RenameTableChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Renames a table. */
@DatabaseChange(
    name = "renameTable",
    description = "Renames a table.",
    priority = Replacement.PRIORITY,
    appliesTo = "table")
public final class RenameTableChangeSqlite extends RenameTableChange {

  /** Creates a change. Liquibase calls this constructor. */
  public RenameTableChangeSqlite() {}

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
        "rename the table " + getOldTableName(),
        schema -> TableEdits.rename(schema, getOldTableName(), getNewTableName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
