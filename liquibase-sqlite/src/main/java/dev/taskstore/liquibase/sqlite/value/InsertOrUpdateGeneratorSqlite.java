package dev.taskstore.liquibase.sqlite.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.InsertOrUpdateStatement;
import liquibase.structure.core.Table;

/**
 * Updates the row with a key, or inserts it. Liquibase replaces the row: this deletes the rows that
 * reference it and the values of all other columns.
 */
public final class InsertOrUpdateGeneratorSqlite
    extends AbstractSqlGenerator<InsertOrUpdateStatement> {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE + 1;
  }

  @Override
  public boolean supports(InsertOrUpdateStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public ValidationErrors validate(
      InsertOrUpdateStatement statement, Database database, SqlGeneratorChain chain) {
    ValidationErrors errors = new ValidationErrors();
    errors.checkRequiredField("tableName", statement.getTableName());
    errors.checkRequiredField("columns", statement.getColumnValues());
    errors.checkRequiredField("primaryKey", statement.getPrimaryKey());
    return errors;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Liquibase declares it
  public Sql[] generateSql(
      InsertOrUpdateStatement statement, Database database, SqlGeneratorChain chain) {
    String table =
        database.escapeTableName(
            statement.getCatalogName(), statement.getSchemaName(), statement.getTableName());
    Map<String, String> values = values(statement, database);
    String key = key(statement, database, values);
    Table affected =
        (Table)
            new Table()
                .setName(statement.getTableName())
                .setSchema(statement.getCatalogName(), statement.getSchemaName());
    List<Sql> sql = new ArrayList<>();
    String assignments = assignments(statement, database, values);
    if (!assignments.isEmpty()) {
      sql.add(
          new UnparsedSql("UPDATE " + table + " SET " + assignments + " WHERE " + key, affected));
    }
    if (!Boolean.TRUE.equals(statement.getOnlyUpdate())) {
      String columns =
          values.keySet().stream()
              .map(column -> name(statement, database, column))
              .collect(Collectors.joining(", "));
      sql.add(
          new UnparsedSql(
              "INSERT INTO "
                  + table
                  + " ("
                  + columns
                  + ") SELECT "
                  + String.join(", ", values.values())
                  + " WHERE NOT EXISTS (SELECT 1 FROM "
                  + table
                  + " WHERE "
                  + key
                  + ")",
              affected));
    }
    return sql.toArray(Sql[]::new);
  }

  private static Map<String, String> values(InsertOrUpdateStatement statement, Database database) {
    ValueText literals = new ValueText(database, statement.getTableName());
    Map<String, String> values = new LinkedHashMap<>();
    statement
        .getColumnValues()
        .forEach((column, value) -> values.put(column, literals.of(column, value)));
    return values;
  }

  private static String key(
      InsertOrUpdateStatement statement, Database database, Map<String, String> values) {
    List<String> conditions = new ArrayList<>();
    for (String column : statement.getPrimaryKey().split(",")) {
      String value = values.getOrDefault(column.strip(), "NULL");
      conditions.add(name(statement, database, column.strip()) + " IS " + value);
    }
    return String.join(" AND ", conditions);
  }

  private static String assignments(
      InsertOrUpdateStatement statement, Database database, Map<String, String> values) {
    Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String column : statement.getPrimaryKey().split(",")) {
      keys.add(column.strip());
    }
    return values.entrySet().stream()
        .filter(value -> !keys.contains(value.getKey()))
        .filter(value -> statement.getAllowColumnUpdate(value.getKey()))
        .map(value -> name(statement, database, value.getKey()) + " = " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String name(InsertOrUpdateStatement statement, Database database, String column) {
    return database.escapeColumnName(
        statement.getCatalogName(), statement.getSchemaName(), statement.getTableName(), column);
  }
}
