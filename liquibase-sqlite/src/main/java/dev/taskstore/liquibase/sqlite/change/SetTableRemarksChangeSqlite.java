package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.SetTableRemarksChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Does nothing on SQLite, which has no remarks. */
@DatabaseChange(
    name = "setTableRemarks",
    description = "Does nothing on SQLite, which has no remarks.",
    priority = Replacement.PRIORITY)
public final class SetTableRemarksChangeSqlite extends SetTableRemarksChange {

  /** Creates a change. Liquibase calls this constructor. */
  public SetTableRemarksChangeSqlite() {}

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
    return new SqlStatement[0];
  }
}
