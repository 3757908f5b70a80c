package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.SetColumnRemarksChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Does nothing on SQLite, which has no remarks. */
@DatabaseChange(
    name = "setColumnRemarks",
    description = "Does nothing on SQLite, which has no remarks.",
    priority = Replacement.PRIORITY)
public final class SetColumnRemarksChangeSqlite extends SetColumnRemarksChange {

  /** Creates a change. Liquibase calls this constructor. */
  public SetColumnRemarksChangeSqlite() {}

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
