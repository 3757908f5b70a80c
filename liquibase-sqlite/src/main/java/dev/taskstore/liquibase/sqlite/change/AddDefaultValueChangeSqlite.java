package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddDefaultValueStatement;

/** Sets the default value of a column. */
@DatabaseChange(
    name = "addDefaultValue",
    description = "Sets the default value of a column.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddDefaultValueChangeSqlite extends AddDefaultValueChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddDefaultValueChangeSqlite() {}

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
    // The change converts its attributes to a value only in its statement.
    for (SqlStatement statement : super.generateStatements(database)) {
      if (statement instanceof AddDefaultValueStatement value) {
        return SchemaStatement.of(
            this,
            database,
            "set the default value of the column "
                + getColumnName()
                + " of the table "
                + getTableName(),
            schema ->
                DefaultEdits.add(
                    schema,
                    getTableName(),
                    getColumnName(),
                    getColumnDataType(),
                    value.getDefaultValue()));
      }
    }
    throw new UnexpectedLiquibaseException("The default value has no statement.");
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
