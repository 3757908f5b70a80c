package dev.taskstore.liquibase.sqlite.change;

import java.util.List;
import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.DropColumnChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;

/** Drops columns of a table with the constraints and indexes that use them. */
@DatabaseChange(
    name = "dropColumn",
    description = "Drops columns of a table with the constraints and indexes that use them.",
    priority = Replacement.PRIORITY,
    appliesTo = "column")
public final class DropColumnChangeSqlite extends DropColumnChange {

  /** Creates a change. Liquibase calls this constructor. */
  public DropColumnChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  @Override
  public ValidationErrors validate(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.validate(database);
    }
    ValidationErrors errors = new ValidationErrors(this);
    errors.checkRequiredField("tableName", getTableName());
    if (getColumns().isEmpty()) {
      errors.checkRequiredField("columnName", getColumnName());
    }
    return errors;
  }

  private List<String> names() {
    return getColumns().isEmpty()
        ? List.of(getColumnName())
        : getColumns().stream().map(ColumnConfig::getName).toList();
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    return SchemaStatement.of(
        this,
        database,
        "drop columns of the table " + getTableName(),
        schema -> ColumnEdits.drop(schema, getTableName(), names()));
  }
}
