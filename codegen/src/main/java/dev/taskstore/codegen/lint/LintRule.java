package dev.taskstore.codegen.lint;

import java.util.Arrays;
import java.util.Optional;

/** What a changelog must keep to, why, and how to write it so that every database takes it. */
public enum LintRule {
  /** Liquibase rebuilds the table. */
  SQLITE_REBUILD(
      "sqlite-rebuild",
      "On SQLite Liquibase copies the table into a new one: named constraints, CHECKs, partial and DESC"
          + " indexes and STRICT are lost, children are deleted through their cascades, and their foreign"
          + " keys refer to a table that is gone.",
      "`<sql>` with `ALTER TABLE ... ADD COLUMN` or `DROP COLUMN`; or `dbms=\"!sqlite\"` on the"
          + " changeset."),
  /** SQLite cannot do it. */
  SQLITE_UNSUPPORTED(
      "sqlite-unsupported",
      "SQLite does not know it: Liquibase refuses the whole changelog, or the changeset fails or does"
          + " nothing.",
      "Declare constraints in `CREATE TABLE`, add a unique index instead of a unique constraint, or limit"
          + " the change with `dbms=\"!sqlite\"`."),
  /** An attribute without an effect. */
  IGNORED_CHECK(
      "ignored-check",
      "Liquibase ignores the attribute checkConstraint: no database gets the check.",
      "`<sql>` with a named `CHECK` in `CREATE TABLE` or `ALTER TABLE ... ADD CONSTRAINT`."),
  /** A constraint or an index without a name. */
  UNNAMED_CONSTRAINT(
      "unnamed-constraint",
      "Every database makes up another name, so that exceptions name different constraints and no later"
          + " changeset can drop it.",
      "`CONSTRAINT pk_tasks PRIMARY KEY (id)`; in Liquibase's changes primaryKeyName and"
          + " uniqueConstraintName."),
  /** No way back. */
  MISSING_ROLLBACK(
      "missing-rollback",
      "Liquibase cannot take the changeset back, and with it none that came before.",
      "A `<rollback>` with the statements that undo it; `<rollback/>` where there is nothing to undo."),
  /** Tables and columns that nobody explains. */
  MISSING_REMARKS(
      "missing-remarks",
      "The remarks are the documentation of the generated code and of the database itself.",
      "`COMMENT ON TABLE` and `COMMENT ON COLUMN` in a `<sql dbms=\"!sqlite\">`; in Liquibase's changes"
          + " remarks."),
  /** Text in the order of a locale. */
  TEXT_WITHOUT_COLLATION(
      "text-without-collation",
      "PostgreSQL sorts and compares text by the locale of the database, SQLite by code point: pages,"
          + " ranges and keys differ, and an upgrade of the operating system can corrupt the index.",
      "`text COLLATE \"C\"` as the type on PostgreSQL, through a `<property dbms=\"postgresql\">`."),
  /** A default that is no constant. */
  VOLATILE_DEFAULT(
      "volatile-default",
      "Databases disagree about its value, precision and moment, and about the rows that are there when"
          + " the column is added; tests cannot fix it.",
      "A constant, or no default and the value from the client."),
  /** NULL in a keyset. */
  NULLABLE_KEYSET(
      "nullable-keyset",
      "Rows with NULL in a keyset column are skipped or repeated by pages, and databases disagree about"
          + " where NULL sorts.",
      "`NOT NULL`, or a partial index: `WHERE due_at IS NOT NULL`."),
  /** An index that keeps writers out. */
  INDEX_LOCKS_TABLE(
      "index-locks-table",
      "PostgreSQL keeps all writers of the table waiting while it builds the index.",
      "`CREATE INDEX CONCURRENTLY` in a changeset for PostgreSQL with `runInTransaction=\"false\"`, a"
          + " plain one for the others; a unique constraint then with `ADD CONSTRAINT ... UNIQUE USING"
          + " INDEX`."),
  /** CONCURRENTLY where it fails. */
  CONCURRENTLY_IN_TRANSACTION(
      "concurrently-in-transaction",
      "PostgreSQL refuses CONCURRENTLY within a transaction.",
      "`runInTransaction=\"false\"` on the changeset, with that one statement in it."),
  /** A constraint that keeps everybody out. */
  CONSTRAINT_LOCKS_TABLE(
      "constraint-locks-table",
      "PostgreSQL keeps writers, mostly readers too, waiting while it looks at every row of the table.",
      "On PostgreSQL `ADD CONSTRAINT ... NOT VALID`, then `VALIDATE CONSTRAINT` in another changeset;"
          + " before `SET NOT NULL` such a CHECK for `IS NOT NULL`."),
  /** Rows changed under a lock. */
  BACKFILL_LOCKS_TABLE(
      "backfill-locks-table",
      "PostgreSQL holds the lock of ALTER TABLE until the changeset commits, so that readers and writers"
          + " wait for all the rows that the changeset changes.",
      "Change the rows in a changeset of its own."),
  /** A SQLite table that takes anything. */
  SQLITE_NOT_STRICT(
      "sqlite-not-strict",
      "SQLite stores 'abc' in an INTEGER column of such a table; PostgreSQL refuses it.",
      "`STRICT` after the parentheses of `CREATE TABLE`, through a `<property dbms=\"sqlite\">`."),
  /** A type that databases take differently. */
  TYPE_DIFFERS(
      "type-differs",
      "Databases store or compare values of the type differently, or it does not exist elsewhere.",
      "bigint, boolean, text with a named CHECK for its length, uuid, timestamp with time zone; double"
          + " precision instead of real; keys made by the client instead of serial."),
  /** A change that cannot be looked at. */
  UNREADABLE(
      "unreadable",
      "Nothing in the change can be checked, and Liquibase will fail to run it.",
      "Mend the path or the encoding."),
  /** A permission that is none. */
  USELESS_ALLOW(
      "useless-allow",
      "A permission without a rule, a reason or an effect hides what the next reader should know.",
      "`<comment>lint:allow RULE why it is right here</comment>` in the changeset that needs it.");

  private final String id;
  private final String reason;
  private final String portableWay;

  LintRule(String id, String reason, String portableWay) {
    this.id = id;
    this.reason = reason;
    this.portableWay = portableWay;
  }

  /**
   * The name of the rule, for {@code lint:allow}.
   *
   * @return words in lower case with hyphens
   */
  public String id() {
    return id;
  }

  /**
   * Why what it refuses damages, locks or differs.
   *
   * @return sentences
   */
  public String reason() {
    return reason;
  }

  /**
   * What to write instead.
   *
   * @return Markdown of one line
   */
  public String portableWay() {
    return portableWay;
  }

  /**
   * Finds a rule.
   *
   * @param id the name of the rule
   * @return the rule, or empty when there is none of that name
   */
  public static Optional<LintRule> byId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
