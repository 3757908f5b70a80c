package dev.taskstore.codegen.specification;

import java.util.List;

/**
 * The facts about the schema.
 *
 * @param databases the names of the described databases
 * @param tables the tables, sorted by name
 */
record SchemaFacts(List<String> databases, List<TableFacts> tables) {

  TableFacts table(String wanted) {
    return tables.stream().filter(table -> table.name().equals(wanted)).findFirst().orElseThrow();
  }

  /** Returns whether the changelog marks a column as personal data. */
  boolean personal() {
    return tables.stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> column.category().isPresent());
  }

  /** The database whose types a diagram shows: the last one. */
  String typesOf() {
    return databases.get(databases.size() - 1);
  }
}
