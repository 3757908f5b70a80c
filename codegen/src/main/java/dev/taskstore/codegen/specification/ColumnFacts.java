package dev.taskstore.codegen.specification;

import java.util.Map;

/**
 * What is known of a column.
 *
 * @param name the name
 * @param remark the remark, empty when there is none
 * @param nullable whether it takes NULL
 * @param types the type by the name of the database, in the order of the databases
 * @param collations the collation by the name of the database, where one is written
 * @param defaults the DEFAULT by the name of the database, where there is one
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
