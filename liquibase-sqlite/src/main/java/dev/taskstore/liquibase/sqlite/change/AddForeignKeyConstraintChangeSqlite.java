package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Adds a foreign key with a rebuild of the table. */
@DatabaseChange(
    name = "addForeignKeyConstraint",
    description = "Adds a foreign key with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class AddForeignKeyConstraintChangeSqlite extends AddForeignKeyConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public AddForeignKeyConstraintChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  private ForeignKeyEdits.Target target() {
    return new ForeignKeyEdits.Target(
        getReferencedTableName(),
        Constraints.columns(getReferencedColumnNames()),
        getOnDelete(),
        getOnUpdate(),
        Boolean.TRUE.equals(getDeferrable()),
        Boolean.TRUE.equals(getInitiallyDeferred()));
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    return SchemaStatement.of(
        this,
        database,
        "add a foreign key to the table " + getBaseTableName(),
        schema ->
            ForeignKeyEdits.add(
                schema,
                getBaseTableName(),
                Constraints.columns(getBaseColumnNames()),
                getConstraintName(),
                target()));
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
