package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RenameViewChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Renames a view. */
@DatabaseChange(
    name = "renameView",
    description = "Renames a view.",
    priority = Replacement.PRIORITY,
    appliesTo = "view")
public final class RenameViewChangeSqlite extends RenameViewChange {

  /** Creates a change. Liquibase calls this constructor. */
  public RenameViewChangeSqlite() {}

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
        "rename the view " + getOldViewName(),
        schema -> ViewEdits.rename(schema, getOldViewName(), getNewViewName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
