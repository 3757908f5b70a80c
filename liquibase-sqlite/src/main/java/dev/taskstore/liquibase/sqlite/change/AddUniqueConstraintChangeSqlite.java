package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Adds a unique constraint with a rebuild of the table. */
@DatabaseChange(
    name = "addUniqueConstraint",
    description = "Adds a unique constraint with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddUniqueConstraintChangeSqlite extends AddUniqueConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddUniqueConstraintChangeSqlite() {}

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
        "add a unique constraint to the table " + getTableName(),
        schema ->
            KeyEdits.addUnique(
                schema,
                getTableName(),
                Constraints.columns(getColumnNames()),
                getConstraintName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
