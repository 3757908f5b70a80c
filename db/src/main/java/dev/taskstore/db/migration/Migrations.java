package dev.taskstore.db.migration;

import java.util.List;

/**
 * The migrations of a database: status, update, rollback, validation and drift detection for its
 * changelog. Thread-safe. A lock serializes the migrations of several threads and processes.
 *
 * <p>A tag identifies the state after a changeset. The changelog sets tags with {@code
 * <tagDatabase>}; {@link #tag} sets one for the current state. Tags are case-sensitive.
 *
 * <p>Before the first changeset runs, an update refuses names that do not exist in changelogs,
 * includes of a file in itself, identifiers of more than 63 bytes, and statements that begin or end
 * the transaction of a changeset.
 *
 * <p>All methods throw {@link dev.taskstore.db.exception.MigrationException} if the changelog
 * cannot be read or a changeset fails, and {@link
 * dev.taskstore.db.exception.DatabaseTimeoutException} if the lock does not become available.
 */
public interface Migrations {

  /**
   * Returns the changelog.
   *
   * @return the master file, a resource, without the prefix {@code classpath:}
   */
  String changelog();

  /**
   * Returns the changesets of the changelog that are for other databases only, with the attribute
   * {@code dbms}. They are not part of {@link #status()}.
   *
   * @return the changesets, none of which is applied
   */
  List<ChangeSetStatus> forOtherDatabases();

  /**
   * Returns all changesets of the changelog with their status.
   *
   * @return the changesets in the order of the changelog, without those for other databases or
   *     contexts
   */
  List<ChangeSetStatus> status();

  /**
   * Returns the changesets that are not applied.
   *
   * @return the pending changesets of {@link #status()}
   */
  default List<ChangeSetStatus> pending() {
    return status().stream().filter(changeSet -> !changeSet.isApplied()).toList();
  }

  /**
   * Returns the changesets that were applied and not rolled back.
   *
   * @return the changesets in the order of application
   */
  List<AppliedChangeSet> history();

  /**
   * Applies all pending changesets, and computes checksums that were cleared. Until then, edits of
   * changesets without a checksum are not detected.
   *
   * @return the number of changesets that were applied
   * @throws dev.taskstore.db.exception.NewerSchemaException if the database contains applied
   *     changesets that the changelog does not contain, and the database was opened with {@link
   *     UnknownChangeSets#REFUSE}; all updates throw it, before they change anything
   */
  int update();

  /**
   * Applies the next pending changesets.
   *
   * @param count the maximum number of changesets to apply, at least 1
   * @return the number of changesets that were applied; less than the count if fewer are pending
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the count is less than 1
   */
  int update(int count);

  /**
   * Applies the pending changesets up to and including the one that sets a tag.
   *
   * @param tag the tag in the changelog
   * @return the number of changesets that were applied; 0 if the database is at the tag or beyond
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the changelog has no such tag
   */
  int updateTo(String tag);

  /**
   * Rolls back the last changesets, in reverse order of application. A changeset that was only
   * marked as applied because of its preconditions counts, but only its row in the history is
   * removed: its rollback does not run.
   *
   * @param count the maximum number of changesets to roll back, at least 1
   * @return the number of changesets that were rolled back; less than the count if fewer are
   *     applied
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the count is less than 1
   */
  int rollback(int count);

  /**
   * Rolls back all changesets that were applied after a tag. The tag remains.
   *
   * @param tag the tag in the database
   * @return the number of changesets that were rolled back; 0 if the database is at the tag
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the database has no such tag
   */
  int rollbackTo(String tag);

  /**
   * Returns the SQL that {@link #update()} would run. Changes nothing.
   *
   * @return the SQL of each pending changeset
   */
  List<ChangeSetSql> updateSql();

  /**
   * Returns the SQL that {@link #updateTo} would run. Changes nothing.
   *
   * @param tag the tag in the changelog
   * @return the SQL of each pending changeset up to the tag
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the changelog has no such tag
   */
  List<ChangeSetSql> updateToSql(String tag);

  /**
   * Returns the SQL that {@link #rollback} would run. Changes nothing.
   *
   * @param count the maximum number of changesets, at least 1
   * @return the rollback SQL of each changeset, the last changeset first
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the count is less than 1
   */
  List<ChangeSetSql> rollbackSql(int count);

  /**
   * Returns the SQL that {@link #rollbackTo} would run. Changes nothing.
   *
   * @param tag the tag in the database
   * @return the rollback SQL of each changeset, the last changeset first
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the database has no such tag
   */
  List<ChangeSetSql> rollbackToSql(String tag);

  /**
   * Sets the tag of the current state, for {@link #rollbackTo}. A state has at most one tag, and a
   * tag identifies one state. Setting the same tag again has no effect.
   *
   * @param tag the tag, 1 to 255 characters
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the tag is blank or too long, if
   *     no changeset is applied, if the current state has another tag, or if another state has this
   *     tag
   */
  void tag(String tag);

  /**
   * Checks that no changeset of the changelog is pending, that no applied changeset was edited, and
   * that the database is not newer than the changelog. Changesets whose checksums were cleared are
   * not compared. Changes nothing.
   *
   * @throws dev.taskstore.db.exception.SchemaOutOfDateException if changesets are pending
   * @throws dev.taskstore.db.exception.NewerSchemaException if the database contains applied
   *     changesets that the changelog does not contain, unless {@link UnknownChangeSets#ACCEPT} is
   *     set; the message contains their files, identifiers and authors
   * @throws dev.taskstore.db.exception.MigrationException if an applied changeset was edited; the
   *     message contains its file and identifier
   */
  void validate();

  /**
   * Compares the live schema with the schema that its applied changesets create: tables; columns
   * with type, nullability, default, collation and comment; keys; foreign keys with their actions;
   * checks; indexes with sort order and predicate; triggers and views. Changes nothing.
   *
   * <p>To compare, the changesets run on an empty scratch database of the same kind, which is then
   * removed. Shell commands in a changeset are skipped. The tables of Liquibase and of this library
   * are not compared. Tables and views that the applied changesets do not create are only listed.
   *
   * @return all differences
   * @throws dev.taskstore.db.exception.CapabilityNotSupportedException if the dialect does not
   *     support {@link dev.taskstore.db.spi.Capability#SCHEMA_INSPECTION}
   */
  SchemaDrift drift();
}
