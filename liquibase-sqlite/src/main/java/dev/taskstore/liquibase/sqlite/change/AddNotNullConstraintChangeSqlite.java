package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Makes a column NOT NULL. */
@DatabaseChange(
    name = "addNotNullConstraint",
    description = "Makes a column NOT NULL.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddNotNullConstraintChangeSqlite extends AddNotNullConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddNotNullConstraintChangeSqlite() {}

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
        "add NOT NULL to the column " + getColumnName() + " of the table " + getTableName(),
        schema ->
            NullabilityEdits.add(
                schema,
                getTableName(),
                getColumnName(),
                getConstraintName(),
                getColumnDataType(),
                getDefaultNullValue()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
