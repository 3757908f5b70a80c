package dev.taskstore.codegen.specification;

import java.util.List;

/**
 * What is known of the schema.
 *
 * @param databases the names of the databases that it is described for
 * @param tables the tables, sorted by name
 */
record SchemaFacts(List<String> databases, List<TableFacts> tables) {

  TableFacts table(String wanted) {
    return tables.stream().filter(table -> table.name().equals(wanted)).findFirst().orElseThrow();
  }

  /** The database whose types a diagram shows: that with the last word has the richest ones. */
  String typesOf() {
    return databases.get(databases.size() - 1);
  }
}
