package dev.taskstore.dialect.tck;

import java.util.List;
import java.util.Locale;

/**
 * A change to the schema of users, tasks and tags behind the back of its changelog, and the
 * differences that a drift report must then name: these and no others. The statements are those of
 * the SQL standard or common usage; a dialect whose database has other ones says so in {@link
 * DialectFixture#statementsFor}.
 */
public enum SchemaAlteration {
  /** A table is gone. */
  MISSING_TABLE(List.of("table task_tags is missing"), "DROP TABLE task_tags"),
  /** Somebody has made a table. */
  EXTRA_TABLE(
      List.of("table notes is not in the changelog"),
      "CREATE TABLE notes (id INTEGER NOT NULL, CONSTRAINT pk_notes PRIMARY KEY (id))"),
  /** A column is gone. */
  MISSING_COLUMN(
      List.of("column users.version is missing"), "ALTER TABLE users DROP COLUMN version"),
  /** Somebody has added a column. */
  EXTRA_COLUMN(
      List.of("column users.nickname is not in the changelog"),
      "ALTER TABLE users ADD COLUMN nickname TEXT"),
  /** A column has another type. */
  CHANGED_TYPE(
      List.of("column tags.version: type is "),
      "ALTER TABLE tags ALTER COLUMN version TYPE integer"),
  /** A column takes NULL that should not. */
  CHANGED_NULLABILITY(
      List.of("column tags.updated_at: nullable is yes, the changelog says no"),
      "ALTER TABLE tags ALTER COLUMN updated_at DROP NOT NULL"),
  /** A column has another default. */
  CHANGED_DEFAULT(
      List.of("column tasks.priority: default is 'low'"),
      "ALTER TABLE tasks ALTER COLUMN priority SET DEFAULT 'low'"),
  /** A column has lost its default. */
  MISSING_DEFAULT(
      List.of("column tasks.status: default is not there"),
      "ALTER TABLE tasks ALTER COLUMN status DROP DEFAULT"),
  /** A column has a default that it should not have. */
  EXTRA_DEFAULT(
      List.of("column tags.version: default is 0, the changelog says none"),
      "ALTER TABLE tags ALTER COLUMN version SET DEFAULT 0"),
  /** A column of text is compared in another way. */
  CHANGED_COLLATION(
      List.of("column users.password_hash: collation is "),
      "ALTER TABLE users ALTER COLUMN password_hash TYPE text COLLATE \"POSIX\""),
  /** The columns of a primary key stand in another order. */
  CHANGED_PRIMARY_KEY(
      List.of("primary key task_tags.pk_task_tags: columns is (tag_id, task_id)"),
      "ALTER TABLE task_tags DROP CONSTRAINT pk_task_tags",
      "ALTER TABLE task_tags ADD CONSTRAINT pk_task_tags PRIMARY KEY (tag_id, task_id)"),
  /** A unique constraint is gone. */
  MISSING_UNIQUE_CONSTRAINT(
      List.of("unique constraint users.uq_users_email is missing"),
      "ALTER TABLE users DROP CONSTRAINT uq_users_email"),
  /** A unique constraint is about other columns. */
  CHANGED_UNIQUE_CONSTRAINT(
      List.of("unique constraint tags.uq_tags_name: columns is (name, version)"),
      "ALTER TABLE tags DROP CONSTRAINT uq_tags_name",
      "ALTER TABLE tags ADD CONSTRAINT uq_tags_name UNIQUE (name, version)"),
  /** A foreign key is gone. */
  MISSING_FOREIGN_KEY(
      List.of("foreign key tasks.fk_tasks_user_id is missing"),
      "ALTER TABLE tasks DROP CONSTRAINT fk_tasks_user_id"),
  /** A foreign key no longer cascades. */
  CHANGED_DELETE_ACTION(
      List.of(
          "foreign key task_tags.fk_task_tags_tag_id: on delete is restrict, the changelog says"
              + " cascade"),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES tags (id) ON DELETE RESTRICT"),
  /** A foreign key follows changes of the key. */
  CHANGED_UPDATE_ACTION(
      List.of(
          "foreign key task_tags.fk_task_tags_tag_id: on update is cascade, the changelog says no"
              + " action"),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES tags (id) ON DELETE CASCADE ON UPDATE CASCADE"),
  /** A foreign key refers to another table. */
  CHANGED_REFERENCE(
      List.of("foreign key task_tags.fk_task_tags_tag_id: references is "),
      "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
      "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id FOREIGN KEY (tag_id)"
          + " REFERENCES users (id) ON DELETE CASCADE"),
  /** A check is gone. */
  MISSING_CHECK(
      List.of("check tasks.ck_tasks_priority is missing"),
      "ALTER TABLE tasks DROP CONSTRAINT ck_tasks_priority"),
  /** A check has another condition. */
  CHANGED_CHECK(
      List.of("check tasks.ck_tasks_title_length: expression is "),
      "ALTER TABLE tasks DROP CONSTRAINT ck_tasks_title_length",
      "ALTER TABLE tasks ADD CONSTRAINT ck_tasks_title_length CHECK (length(title) BETWEEN 1 AND 256)"),
  /** Somebody has added a check. */
  EXTRA_CHECK(
      List.of("check tags.ck_tags_version is not in the changelog"),
      "ALTER TABLE tags ADD CONSTRAINT ck_tags_version CHECK (version >= 0)"),
  /** An index is gone. */
  MISSING_INDEX(List.of("index tasks.ix_tasks_title is missing"), "DROP INDEX ix_tasks_title"),
  /** Somebody has made an index. */
  EXTRA_INDEX(
      List.of("index tags.ix_tags_created_at is not in the changelog"),
      "CREATE INDEX ix_tags_created_at ON tags (created_at)"),
  /** The columns of an index stand in another order. */
  CHANGED_INDEX_ORDER(
      List.of("index tasks.ix_tasks_user_id_status: columns is (status, user_id)"),
      "DROP INDEX ix_tasks_user_id_status",
      "CREATE INDEX ix_tasks_user_id_status ON tasks (status, user_id)"),
  /** A column of an index descends. */
  CHANGED_INDEX_DIRECTION(
      List.of("index tasks.ix_tasks_created_at: columns is (created_at desc, id)"),
      "DROP INDEX ix_tasks_created_at",
      "CREATE INDEX ix_tasks_created_at ON tasks (created_at DESC, id)"),
  /** A partial index holds other rows. */
  CHANGED_INDEX_PREDICATE(
      List.of("index tasks.ix_tasks_open_high_priority: predicate is priority = 'low'"),
      "DROP INDEX ix_tasks_open_high_priority",
      "CREATE INDEX ix_tasks_open_high_priority ON tasks (created_at, id) WHERE priority = 'low'"),
  /** A partial index holds all rows. */
  MISSING_INDEX_PREDICATE(
      List.of("index tasks.ix_tasks_open_due_at: predicate is not there"),
      "DROP INDEX ix_tasks_open_due_at",
      "CREATE INDEX ix_tasks_open_due_at ON tasks (due_at, id)"),
  /** An index has become unique. */
  CHANGED_INDEX_UNIQUENESS(
      List.of("index task_tags.ix_task_tags_tag_id: unique is yes, the changelog says no"),
      "DROP INDEX ix_task_tags_tag_id",
      "CREATE UNIQUE INDEX ix_task_tags_tag_id ON task_tags (tag_id, task_id)"),
  /** A table has other options. */
  CHANGED_TABLE_OPTIONS(
      List.of("table tags: options is "), "ALTER TABLE tags SET (fillfactor = 70)"),
  /** Somebody has made a view. */
  EXTRA_VIEW(
      List.of("view open_tasks is not in the changelog"),
      "CREATE VIEW open_tasks AS SELECT id FROM tasks WHERE status <> 'completed'"),
  /** The comment of a table has changed. */
  CHANGED_TABLE_COMMENT(
      List.of("table tags: comment is Changed., the changelog says "),
      "COMMENT ON TABLE tags IS 'Changed.'"),
  /** The comment of a column is gone. */
  MISSING_COLUMN_COMMENT(
      List.of("column tags.name: comment is not there"), "COMMENT ON COLUMN tags.name IS NULL"),
  /** The comment of an index is gone. */
  MISSING_INDEX_COMMENT(
      List.of("index tasks.ix_tasks_title: comment is not there"),
      "COMMENT ON INDEX ix_tasks_title IS NULL");

  private final List<String> differences;
  private final List<String> statements;

  SchemaAlteration(List<String> differences, String... statements) {
    this.differences = differences;
    this.statements = List.of(statements);
  }

  /**
   * How the lines of the drift report begin.
   *
   * @return the beginnings, in the order of the report
   */
  public List<String> differences() {
    return differences;
  }

  /**
   * The statements that make the change.
   *
   * @return the statements, one that a database of the SQL standard takes in each
   */
  public List<String> statements() {
    return statements;
  }

  /**
   * Tells whether only a comment is changed, which not every database has.
   *
   * @return true for a change that needs {@link dev.taskstore.db.spi.Capability#COMMENTS}
   */
  public boolean isOfComment() {
    return switch (this) {
      case CHANGED_TABLE_COMMENT, MISSING_COLUMN_COMMENT, MISSING_INDEX_COMMENT -> true;
      default -> false;
    };
  }

  /** The constant in words, for the names of tests. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
