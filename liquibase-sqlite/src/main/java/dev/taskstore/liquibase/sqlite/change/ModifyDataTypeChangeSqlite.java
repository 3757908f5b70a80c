package dev.taskstore.liquibase.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Changes the type of a column and converts its values. */
@DatabaseChange(
    name = "modifyDataType",
    description = "Changes the type of a column and converts its values.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class ModifyDataTypeChangeSqlite extends ModifyDataTypeChange {

  /** Creates a change. Liquibase calls this constructor. */
  public ModifyDataTypeChangeSqlite() {}

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
        "change the type of the column " + getColumnName() + " of the table " + getTableName(),
        schema -> TypeEdits.modify(schema, getTableName(), getColumnName(), getNewDataType()));
  }
}
