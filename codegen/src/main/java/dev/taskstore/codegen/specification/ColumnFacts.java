package dev.taskstore.codegen.specification;

import java.util.Map;

/**
 * The facts about a column.
 *
 * @param name the name
 * @param remark the remark, empty if there is none
 * @param nullable whether it accepts NULL
 * @param types the type by database, in the order of the databases
 * @param collations the collation by database, if one is written
 * @param defaults the DEFAULT by database, if there is one
 */
record ColumnFacts(
    String name,
    String remark,
    boolean nullable,
    Map<String, String> types,
    Map<String, String> collations,
    Map<String, String> defaults) {

  String typeWithCollation(String database) {
    String type = types.getOrDefault(database, "");
    return collations.containsKey(database)
        ? type + " COLLATE \"" + collations.get(database) + '"'
        : type;
  }
}
