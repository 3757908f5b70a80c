package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropUniqueConstraintChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops a unique constraint with a rebuild of the table. */
@DatabaseChange(
    name = "dropUniqueConstraint",
    description = "Drops a unique constraint with a rebuild of the table.",
    priority = Replacement.PRIORITY,
    appliesTo = "uniqueConstraint")
public final class DropUniqueConstraintChangeSqlite extends DropUniqueConstraintChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropUniqueConstraintChangeSqlite() {}

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
        "drop a unique constraint of the table " + getTableName(),
        schema -> KeyEdits.dropUnique(schema, getTableName(), getConstraintName()));
  }
}
