package dev.taskstore.codegen.lint;

import java.util.List;

/**
 * What a check sees and where it reports to.
 *
 * @param database the database whose view it is
 * @param schema the schema before the statement; at the end, the whole
 * @param findings where findings are collected
 */
record Visit(LintDatabase database, SchemaState schema, FindingCollector findings) {

  boolean on(LintDatabase wanted) {
    return database == wanted;
  }

  void report(LintRule rule, ChangeSetView changeSet, String object, String problem) {
    findings.add(rule, database, changeSet, object, problem);
  }

  /** Whether rows may be in the table: it is not made in the file of the changeset. */
  boolean mayHaveRows(ChangeSetView changeSet, String table) {
    return schema
        .table(table)
        .filter(found -> found.addedBy.file().equals(changeSet.file()))
        .isEmpty();
  }

  List<TableState> tables() {
    return schema.tables();
  }
}
