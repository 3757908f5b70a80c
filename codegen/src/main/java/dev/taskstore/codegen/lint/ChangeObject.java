package dev.taskstore.codegen.lint;

import java.util.Optional;
import java.util.stream.Stream;
import liquibase.change.Change;

/** Names the object that a Liquibase change affects. */
final class ChangeObject {

  private ChangeObject() {}

  /**
   * The table and column, the index or the view of the change; otherwise the name of the change.
   */
  static String of(ChangeView view) {
    Change change = view.change();
    Optional<String> table =
        first(change, "tableName", "baseTableName", "existingTableName", "oldTableName");
    Optional<String> column = first(change, "columnName", "oldColumnName", "columnNames");
    if (table.isPresent()) {
      return table.get() + column.map(name -> "." + name).orElse("");
    }
    return first(change, "viewName", "oldViewName", "sequenceName", "procedureName", "indexName")
        .orElse(view.name());
  }

  private static Optional<String> first(Change change, String... fields) {
    return Stream.of(fields)
        .filter(field -> change.getSerializableFields().contains(field))
        .flatMap(field -> Stream.ofNullable(change.getSerializableFieldValue(field)))
        .map(String::valueOf)
        .findFirst();
  }
}
