package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Makes a column nullable. */
@DatabaseChange(
    name = "dropNotNullConstraint",
    description = "Makes a column nullable.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class DropNotNullConstraintChangeSqlite extends DropNotNullConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropNotNullConstraintChangeSqlite() {}

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
        "drop NOT NULL of the column " + getColumnName() + " of the table " + getTableName(),
        schema -> NullabilityEdits.drop(schema, getTableName(), getColumnName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
