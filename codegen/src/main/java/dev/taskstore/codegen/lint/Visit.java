package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.ddl.DeclaredTable;
import java.util.List;
import liquibase.change.AbstractSQLChange;

/**
 * The state of linting a changelog for one database, as checks see it.
 *
 * @param database the database
 * @param schema the schema before the current statement; at the end, the final schema
 * @param marks the marks of personal data in the changesets so far
 * @param findings collects the findings
 * @param liquibaseSqlite whether Liquibase's extension for SQLite runs the changelog
 */
record Visit(
    LintDatabase database,
    DeclaredSchema schema,
    List<DataMark> marks,
    FindingCollector findings,
    boolean liquibaseSqlite) {

  boolean on(LintDatabase wanted) {
    return database == wanted;
  }

  /** Returns whether the extension for SQLite makes the change equal on all databases. */
  boolean makesEqual(ChangeView change) {
    return liquibaseSqlite && !(change.change() instanceof AbstractSQLChange);
  }

  void report(LintRule rule, ChangeSetView changeSet, String object, String problem) {
    report(rule, changeSet.key(), object, problem);
  }

  void report(LintRule rule, ChangeSetKey changeSet, String object, String problem) {
    findings.add(rule, database, changeSet, object, problem);
  }

  /** Returns whether the table may contain rows: the file of the changeset does not create it. */
  boolean mayHaveRows(ChangeSetView changeSet, String table) {
    return schema
        .table(table)
        .flatMap(DeclaredTable::createdBy)
        .filter(created -> created.file().equals(changeSet.file()))
        .isEmpty();
  }

  /** Returns the tables whose CREATE TABLE has been read. */
  List<DeclaredTable> tables() {
    return schema.tables().stream().filter(table -> table.createdBy().isPresent()).toList();
  }
}
