package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RenameSequenceChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Does nothing on SQLite, which has no sequences. */
@DatabaseChange(
    name = "renameSequence",
    description = "Does nothing on SQLite, which has no sequences.",
    priority = Replacement.PRIORITY,
    appliesTo = "sequence")
public final class RenameSequenceChangeSqlite extends RenameSequenceChange {

  /** Creates a change. Liquibase calls this constructor. */
  public RenameSequenceChangeSqlite() {}

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

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
