package dev.taskstore.dialect.tck;

import java.util.List;
import java.util.Locale;

/**
 * A change of the schema of users, tasks and tags outside of its changelog, with the exact
 * differences that drift detection must report. The statements are those of the SQL standard or in
 * common use. A dialect whose database requires different statements overrides {@link
 * DialectFixture#statementsFor}. Immutable.
 */
public enum SchemaAlteration {
  /** A table is missing. */
  MISSING_TABLE(List.of("table task_tags is missing"), "DROP TABLE task_tags"),
  /** A column is missing. */
  MISSING_COLUMN(
      List.of("column users.version is missing"), "ALTER TABLE users DROP COLUMN version"),
  /** A column is extra. */
  EXTRA_COLUMN(
      List.of("column users.nickname is not in the changelog"),
      "ALTER TABLE users ADD COLUMN nickname TEXT"),
  /** A column has a different type. */
  CHANGED_TYPE(
      List.of("column tags.version: type is "),
      "ALTER TABLE tags ALTER COLUMN version TYPE integer"),
  /** A column is nullable but should not be. */
  CHANGED_NULLABILITY(
      List.of("column tags.updated_at: nullable is yes in the database, but no in the changelog"),
      "ALTER TABLE tags ALTER COLUMN updated_at DROP NOT NULL"),
  /** A column has a different default. */
  CHANGED_DEFAULT(
      List.of("column tasks.priority: default is 'low'"),
      "ALTER TABLE tasks ALTER COLUMN priority SET DEFAULT 'low'"),
  /** A column has no default. */
  MISSING_DEFAULT(
      List.of("column tasks.status: default is none in the database, but "),
      "ALTER TABLE tasks ALTER COLUMN status DROP DEFAULT"),
  /** A column has an extra default. */
  EXTRA_DEFAULT(
      List.of("column tags.version: default is 0 in the database, but none in the changelog"),
      "ALTER TABLE tags ALTER COLUMN version SET DEFAULT 0"),
  /** A text column has a different collation. */
  CHANGED_COLLATION(
      List.of("column users.password_hash: collation is "),
      "ALTER TABLE users ALTER COLUMN password_hash TYPE text COLLATE \"POSIX\""),
  /** A primary key has its columns in a different order. */
  CHANGED_PRIMARY_KEY(
      List.of("primary key task_tags.pk_task_tags: columns is (tag_id, task_id)"),
      "ALTER TABLE task_tags DROP CONSTRAINT pk_task_tags",
      "ALTER TABLE task_tags ADD CONSTRAINT pk_task_tags PRIMARY KEY (tag_id, task_id)"),
  /** A unique constraint is missing. */
  MISSING_UNIQUE_CONSTRAINT(
      List.of("unique constraint users.uq_users_email is missing"),
      "ALTER TABLE users DROP CONSTRAINT uq_users_email"),
  /** A unique constraint has different columns. */
  CHANGED_UNIQUE_CONSTRAINT(
      List.of("unique constraint tags.uq_tags_name: columns is (name, version)"),
      "ALTER TABLE tags DROP CONSTRAINT uq_tags_name",
      "ALTER TABLE tags ADD CONSTRAINT uq_tags_name UNIQUE (name, version)"),
  /** A foreign key is missing. */
  MISSING_FOREIGN_KEY(
      List.of("foreign key tasks.fk_tasks_user_id is missing"),
      "ALTER TABLE tasks DROP CONSTRAINT fk_tasks_user_id"),
  /** A foreign key does not cascade deletes. */
  CHANGED_DELETE_ACTION(
      List.of(
          "foreign key task_tags.fk_task_tags_tag_id: on delete is restrict in the database,"
              + " but cascade in the changelog"),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES tags (id) ON DELETE RESTRICT"),
  /** A foreign key cascades updates. */
  CHANGED_UPDATE_ACTION(
      List.of(
          "foreign key task_tags.fk_task_tags_tag_id: on update is cascade in the database,"
              + " but no action in the changelog"),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES tags (id) ON DELETE CASCADE ON UPDATE CASCADE"),
  /** A foreign key references a different table. */
  CHANGED_REFERENCE(
      List.of("foreign key task_tags.fk_task_tags_tag_id: references is "),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES users (id) ON DELETE CASCADE"),
  /** A check is missing. */
  MISSING_CHECK(
      List.of("check tasks.ck_tasks_priority is missing"),
      "ALTER TABLE tasks DROP CONSTRAINT ck_tasks_priority"),
  /** A check has a different expression. */
  CHANGED_CHECK(
      List.of("check tasks.ck_tasks_title_length: expression is "),
      "ALTER TABLE tasks DROP CONSTRAINT ck_tasks_title_length",
      "ALTER TABLE tasks ADD CONSTRAINT ck_tasks_title_length CHECK (length(title) BETWEEN 1 AND 256)"),
  /** A check is extra. */
  EXTRA_CHECK(
      List.of("check tags.ck_tags_version is not in the changelog"),
      "ALTER TABLE tags ADD CONSTRAINT ck_tags_version CHECK (version >= 0)"),
  /** An index is missing. */
  MISSING_INDEX(List.of("index tasks.ix_tasks_title is missing"), "DROP INDEX ix_tasks_title"),
  /** An index is extra. */
  EXTRA_INDEX(
      List.of("index tags.ix_tags_created_at is not in the changelog"),
      "CREATE INDEX ix_tags_created_at ON tags (created_at)"),
  /** An index has its columns in a different order. */
  CHANGED_INDEX_ORDER(
      List.of("index tasks.ix_tasks_user_id_status: columns is (status, user_id)"),
      "DROP INDEX ix_tasks_user_id_status",
      "CREATE INDEX ix_tasks_user_id_status ON tasks (status, user_id)"),
  /** An index column is descending. */
  CHANGED_INDEX_DIRECTION(
      List.of("index tasks.ix_tasks_created_at: columns is (created_at desc, id)"),
      "DROP INDEX ix_tasks_created_at",
      "CREATE INDEX ix_tasks_created_at ON tasks (created_at DESC, id)"),
  /** A partial index has a different predicate. */
  CHANGED_INDEX_PREDICATE(
      List.of("index tasks.ix_tasks_open_high_priority: predicate is priority = 'low'"),
      "DROP INDEX ix_tasks_open_high_priority",
      "CREATE INDEX ix_tasks_open_high_priority ON tasks (created_at, id) WHERE priority = 'low'"),
  /** A partial index has no predicate. */
  MISSING_INDEX_PREDICATE(
      List.of("index tasks.ix_tasks_open_due_at: predicate is none in the database, but "),
      "DROP INDEX ix_tasks_open_due_at",
      "CREATE INDEX ix_tasks_open_due_at ON tasks (due_at, id)"),
  /** An index is unique but should not be. */
  CHANGED_INDEX_UNIQUENESS(
      List.of(
          "index task_tags.ix_task_tags_tag_id: unique is yes in the database, but no in the changelog"),
      "DROP INDEX ix_task_tags_tag_id",
      "CREATE UNIQUE INDEX ix_task_tags_tag_id ON task_tags (tag_id, task_id)"),
  /** A table has different options. */
  CHANGED_TABLE_OPTIONS(
      List.of("table tags: options is "), "ALTER TABLE tags SET (fillfactor = 70)"),
  /** A table has a different comment. */
  CHANGED_TABLE_COMMENT(
      List.of("table tags: comment is Changed. in the database, but "),
      "COMMENT ON TABLE tags IS 'Changed.'"),
  /** A column has no comment. */
  MISSING_COLUMN_COMMENT(
      List.of("column tags.name: comment is none in the database, but "),
      "COMMENT ON COLUMN tags.name IS NULL"),
  /** An index has no comment. */
  MISSING_INDEX_COMMENT(
      List.of("index tasks.ix_tasks_title: comment is none in the database, but "),
      "COMMENT ON INDEX ix_tasks_title IS NULL");

  private final List<String> differences;
  private final List<String> statements;

  SchemaAlteration(List<String> differences, String... statements) {
    this.differences = differences;
    this.statements = List.of(statements);
  }

  /**
   * Returns the expected differences.
   *
   * @return the prefix of each line of the drift report, in order
   */
  public List<String> differences() {
    return differences;
  }

  /**
   * Returns the statements that alter the schema.
   *
   * @return the statements in standard SQL, one in each element
   */
  public List<String> statements() {
    return statements;
  }

  /**
   * Returns whether the alteration only changes a comment.
   *
   * @return true if the alteration requires {@link dev.taskstore.db.spi.Capability#COMMENTS}
   */
  public boolean isOfComment() {
    return switch (this) {
      case CHANGED_TABLE_COMMENT, MISSING_COLUMN_COMMENT, MISSING_INDEX_COMMENT -> true;
      default -> false;
    };
  }

  /** Returns the name of the constant in words, for test names. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
