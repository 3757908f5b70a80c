package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddLookupTableChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Creates a lookup table with the values of a column, and a foreign key to it. */
@DatabaseChange(
    name = "addLookupTable",
    description = "Creates a lookup table with the values of a column, and a foreign key to it.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddLookupTableChangeSqlite extends AddLookupTableChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddLookupTableChangeSqlite() {}

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
        "add a lookup table for the table " + getExistingTableName(),
        schema ->
            TableEdits.addLookup(
                schema,
                getExistingTableName(),
                getExistingColumnName(),
                new TableEdits.Lookup(
                    getNewTableName(), getNewColumnName(), getNewColumnDataType()),
                getFinalConstraintName()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
