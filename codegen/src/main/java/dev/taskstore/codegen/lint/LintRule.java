package dev.taskstore.codegen.lint;

import java.util.Arrays;
import java.util.Optional;

/** The rules for changelogs, with the reason for each and a portable alternative. */
public enum LintRule {
  /** The change rebuilds the table on SQLite. */
  SQLITE_REBUILD(
      "sqlite-rebuild",
      "On SQLite, Liquibase without TaskStore's extension copies the table into a new one. Named"
          + " constraints, CHECKs, partial and DESC indexes and STRICT are lost, referencing rows"
          + " are deleted by ON DELETE CASCADE, and foreign keys of other tables reference a table"
          + " that no longer exists.",
      "Add `taskstore-liquibase-sqlite`; or use `<sql>` with `ALTER TABLE ... ADD COLUMN` or `DROP"
          + " COLUMN`, or set `dbms=\"!sqlite\"` on the changeset."),
  /** SQLite does not support the statement. */
  SQLITE_UNSUPPORTED(
      "sqlite-unsupported",
      "SQLite does not support this. Liquibase rejects the whole changelog, or the changeset fails"
          + " or has no effect.",
      "Declare constraints in `CREATE TABLE`, create a unique index instead of a unique constraint,"
          + " or limit the change with `dbms=\"!sqlite\"`."),
  /** An attribute without an effect. */
  IGNORED_CHECK(
      "ignored-check",
      "Liquibase ignores the attribute checkConstraint. No database gets the check.",
      "Use `<sql>` with a named `CHECK` in `CREATE TABLE` or `ALTER TABLE ... ADD CONSTRAINT`."),
  /** A constraint or an index without a name. */
  UNNAMED_CONSTRAINT(
      "unnamed-constraint",
      "Each database generates a different name. Exceptions then contain different names, and no"
          + " later changeset can drop the constraint.",
      "Write `CONSTRAINT pk_tasks PRIMARY KEY (id)`; in Liquibase's changes, set primaryKeyName and"
          + " uniqueConstraintName."),
  /** A changeset without a rollback. */
  MISSING_ROLLBACK(
      "missing-rollback",
      "Liquibase cannot roll back the changeset, nor any changeset before it.",
      "Add a `<rollback>` with the statements that undo it, or `<rollback/>` if there is nothing to"
          + " undo."),
  /** Tables and columns without a comment. */
  MISSING_REMARKS(
      "missing-remarks",
      "Remarks document the generated code and the database itself.",
      "Use `COMMENT ON TABLE` and `COMMENT ON COLUMN` in a `<sql dbms=\"!sqlite\">`; in Liquibase's"
          + " changes, set remarks."),
  /** Text in the order of a locale. */
  TEXT_WITHOUT_COLLATION(
      "text-without-collation",
      "PostgreSQL sorts the key or index by the locale of the database. Repositories sort and compare"
          + " by code point on both databases, so that it serves equality only: pages and ranges"
          + " read and sort all rows. An upgrade of the operating system can corrupt it.",
      "Use `${type.text}` of `dev/taskstore/change-log/types.xml`, which is `text COLLATE \"C\"` on"
          + " PostgreSQL."),
  /** A default that is not a constant. */
  VOLATILE_DEFAULT(
      "volatile-default",
      "Databases evaluate it at different times, with different precision, and differently for"
          + " existing rows when the column is added. Tests cannot fix the value.",
      "Use a constant, or no default and a value from the client."),
  /** NULL in a keyset. */
  NULLABLE_KEYSET(
      "nullable-keyset",
      "Pages skip or repeat rows with NULL in a keyset column, and databases sort NULL"
          + " differently.",
      "Use `NOT NULL`, or a partial index: `WHERE due_at IS NOT NULL`."),
  /** A foreign key whose rows are not found without reading the table. */
  FOREIGN_KEY_WITHOUT_INDEX(
      "foreign-key-without-index",
      "The generated finder reads and sorts the whole table, and so does each deletion of a"
          + " referenced row.",
      "Create an index that begins with the columns of the foreign key."),
  /** An index that blocks writers. */
  INDEX_LOCKS_TABLE(
      "index-locks-table",
      "PostgreSQL blocks all writers of the table while it builds the index.",
      "On PostgreSQL, use `CREATE INDEX CONCURRENTLY` in a changeset with"
          + " `runInTransaction=\"false\"`; elsewhere, a plain index. For a unique constraint, then"
          + " use `ADD CONSTRAINT ... UNIQUE USING INDEX`."),
  /** CONCURRENTLY in a transaction. */
  CONCURRENTLY_IN_TRANSACTION(
      "concurrently-in-transaction",
      "PostgreSQL rejects CONCURRENTLY inside a transaction.",
      "Set `runInTransaction=\"false\"` on the changeset, and put only that statement in it."),
  /** A constraint that blocks readers and writers. */
  CONSTRAINT_LOCKS_TABLE(
      "constraint-locks-table",
      "PostgreSQL blocks writers, and in most cases readers, while it scans the whole table.",
      "On PostgreSQL, use `ADD CONSTRAINT ... NOT VALID`, then `VALIDATE CONSTRAINT` in another"
          + " changeset. Before `SET NOT NULL`, add such a CHECK for `IS NOT NULL`."),
  /** Rows changed under the lock of ALTER TABLE. */
  BACKFILL_LOCKS_TABLE(
      "backfill-locks-table",
      "PostgreSQL holds the lock of ALTER TABLE until the changeset commits. Readers and writers"
          + " wait until the changeset has changed all its rows.",
      "Change the rows in a separate changeset."),
  /** A SQLite table that is not STRICT. */
  SQLITE_NOT_STRICT(
      "sqlite-not-strict",
      "SQLite stores 'abc' in an INTEGER column of such a table; PostgreSQL rejects it.",
      "Write `) ${table.options}` at the end of `CREATE TABLE`, or use Liquibase's `createTable`."),
  /** A type that differs between databases. */
  TYPE_DIFFERS(
      "type-differs",
      "Databases store or compare values of this type differently, or do not support the type.",
      "In Liquibase's changes, use the standard types: uuid, boolean, int, bigint, decimal(p,s),"
          + " double, date, time, timestamp, timestamp with time zone, varchar(n), blob, json. In"
          + " SQL, use `${type.text}` with a named CHECK for its length, `${type.uuid}`,"
          + " `${type.instant}` and the other storage types of"
          + " `dev/taskstore/change-log/types.xml`; `${type.identity}` instead of serial."),
  /** A statement that begins or ends a transaction. */
  TRANSACTION_STATEMENT(
      "transaction-statement",
      "A changeset and its history row are committed in one transaction. A statement that ends it"
          + " leaves half a changeset behind when a later one fails. TaskStore refuses the"
          + " changeset.",
      "Remove the statement, or set `runInTransaction=\"false\"` on the changeset."),
  /** A name that PostgreSQL shortens. */
  LONG_NAME(
      "long-name",
      "PostgreSQL shortens names to 63 bytes; SQLite does not. Exceptions then contain different"
          + " names. TaskStore refuses the changeset.",
      "Choose a name of at most 63 bytes."),
  /** A name whose case differs between databases. */
  MIXED_CASE_NAME(
      "mixed-case-name",
      "PostgreSQL changes names without quotes to lower case; SQLite keeps them as written."
          + " Exceptions of plain jOOQ then contain different names.",
      "Write names in lower case: `uq_tasks_title`."),
  /** A change that cannot be read. */
  UNREADABLE(
      "unreadable",
      "The linter cannot check the change, and Liquibase cannot run it.",
      "Fix the path or the encoding."),
  /** A mark of personal data that marks nothing. */
  USELESS_MARK(
      "useless-mark",
      "A misspelt mark, or a mark of a column that does not exist, marks nothing: the column would"
          + " appear in logs, and be missing in the list of personal data.",
      "Write `data:personal users.username, users.email` or `data:secret users.password_hash` in"
          + " the comment of a changeset, with columns of the final schema."),
  /** A permission without a rule, a reason or an effect. */
  USELESS_ALLOW(
      "useless-allow",
      "A permission without a rule, a reason or an effect is misleading.",
      "Write `<comment>lint:allow RULE the reason</comment>` in the changeset that needs it.");

  private final String id;
  private final String reason;
  private final String portableWay;

  LintRule(String id, String reason, String portableWay) {
    this.id = id;
    this.reason = reason;
    this.portableWay = portableWay;
  }

  /**
   * Returns the name of the rule, for {@code lint:allow}.
   *
   * @return words in lower case with hyphens
   */
  public String id() {
    return id;
  }

  /**
   * Returns the reason for the rule.
   *
   * @return one or more sentences
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the portable alternative.
   *
   * @return one line of Markdown
   */
  public String portableWay() {
    return portableWay;
  }

  /**
   * Finds a rule.
   *
   * @param id the name of the rule
   * @return the rule, or empty if no rule has that name
   */
  public static Optional<LintRule> byId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
