package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.changelog.DataCategory;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about a column.
 *
 * @param name the name
 * @param remark the remark, empty if there is none
 * @param category the category of its personal data, if the changelog marks it
 * @param nullable whether it accepts NULL
 * @param types the type by database, in the order of the databases
 * @param collations the collation by database, if one is written
 * @param defaults the DEFAULT by database, if there is one
 */
record ColumnFacts(
    String name,
    String remark,
    Optional<DataCategory> category,
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
