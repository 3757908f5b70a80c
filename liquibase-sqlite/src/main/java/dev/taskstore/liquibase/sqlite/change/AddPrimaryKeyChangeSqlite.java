package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Adds a primary key with a rebuild of the table. */
@DatabaseChange(
    name = "addPrimaryKey",
    description = "Adds a primary key with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddPrimaryKeyChangeSqlite extends AddPrimaryKeyChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddPrimaryKeyChangeSqlite() {}

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
        "add a primary key to the table " + getTableName(),
        schema ->
            KeyEdits.addPrimaryKey(
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
