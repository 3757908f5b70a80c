package dev.taskstore.liquibase.sqlite.change;

import java.util.List;
import java.util.Map;
import liquibase.change.Change;
import liquibase.exception.ValidationErrors;

/** The parameters without which a change cannot run. */
final class RequiredParameters {

  private static final List<String> COLUMN = List.of("tableName", "columnName");

  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("addAutoIncrement", COLUMN),
          Map.entry("addColumn", List.of("tableName")),
          Map.entry("addDefaultValue", COLUMN),
          Map.entry(
              "addForeignKeyConstraint",
              List.of("baseTableName", "baseColumnNames", "referencedTableName")),
          Map.entry(
              "addLookupTable",
              List.of("existingTableName", "existingColumnName", "newTableName", "newColumnName")),
          Map.entry("addNotNullConstraint", COLUMN),
          Map.entry("addPrimaryKey", List.of("tableName", "columnNames")),
          Map.entry("addUniqueConstraint", List.of("tableName", "columnNames")),
          Map.entry("dropAllForeignKeyConstraints", List.of("baseTableName")),
          Map.entry("dropDefaultValue", COLUMN),
          Map.entry("dropForeignKeyConstraint", List.of("baseTableName", "constraintName")),
          Map.entry("dropNotNullConstraint", COLUMN),
          Map.entry("dropPrimaryKey", List.of("tableName")),
          Map.entry("dropTable", List.of("tableName")),
          Map.entry("dropUniqueConstraint", List.of("tableName", "constraintName")),
          Map.entry(
              "mergeColumns",
              List.of(
                  "tableName", "column1Name", "column2Name", "finalColumnName", "finalColumnType")),
          Map.entry("modifyDataType", List.of("tableName", "columnName", "newDataType")),
          Map.entry("renameColumn", List.of("tableName", "oldColumnName", "newColumnName")),
          Map.entry("renameTable", List.of("oldTableName", "newTableName")),
          Map.entry("renameView", List.of("oldViewName", "newViewName")));

  private RequiredParameters() {}

  static ValidationErrors check(Change change) {
    ValidationErrors errors = new ValidationErrors(change);
    for (String parameter : REQUIRED.getOrDefault(change.getSerializedObjectName(), List.of())) {
      errors.checkRequiredField(parameter, change.getSerializableFieldValue(parameter));
    }
    return errors;
  }
}
