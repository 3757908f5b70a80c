package dev.taskstore.db.migration;

import java.util.List;

/**
 * The changelog of a database: what is applied, what is not, and the ways forward and back.
 * Thread-safe; migrators of several threads and processes take turns.
 *
 * <p>A tag names the state after a changeset: the changelog gives tags with {@code <tagDatabase>},
 * and {@link #tag} gives one to the present state.
 *
 * <p>All methods throw {@link dev.taskstore.db.exception.MigrationException} when the changelog
 * cannot be read or a changeset fails.
 */
public interface Migrations {

  /**
   * All changesets of the changelog, and which of them are applied.
   *
   * @return the changesets in the order of the changelog, without those that are meant for other
   *     databases or contexts
   */
  List<ChangeSetStatus> status();

  /**
   * The changesets that are not applied.
   *
   * @return a part of {@link #status()}
   */
  default List<ChangeSetStatus> pending() {
    return status().stream().filter(changeSet -> !changeSet.isApplied()).toList();
  }

  /**
   * The changesets that were applied and not taken back.
   *
   * @return the changesets in the order in which they were applied
   */
  List<AppliedChangeSet> history();

  /**
   * Applies all pending changesets.
   *
   * @return how many were applied
   */
  int update();

  /**
   * Applies the next pending changesets.
   *
   * @param count how many, from 1
   * @return how many were applied: fewer than asked for when fewer are pending
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the count is less than 1
   */
  int update(int count);

  /**
   * Applies the pending changesets up to a tag of the changelog, the one that tags included.
   *
   * @param tag the tag, in the case in which the changelog writes it
   * @return how many were applied, 0 when the database is at the tag or beyond
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the changelog has no such tag
   */
  int updateTo(String tag);

  /**
   * Takes the last changesets back, in reverse of the order in which they were applied.
   *
   * @param count how many, from 1
   * @return how many were taken back: fewer than asked for when fewer are applied
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the count is less than 1
   */
  int rollback(int count);

  /**
   * Takes all changesets back that were applied after a tag. The tag stays.
   *
   * @param tag the tag, in the case in which it was given
   * @return how many were taken back, 0 when the database is at the tag
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the database has no such tag
   */
  int rollbackTo(String tag);

  /**
   * The SQL that {@link #update()} would run. Changes nothing.
   *
   * @return the SQL of each pending changeset
   */
  List<ChangeSetSql> updateSql();

  /**
   * The SQL that {@link #updateTo} would run. Changes nothing.
   *
   * @param tag the tag, in the case in which the changelog writes it
   * @return the SQL of each pending changeset up to the tag
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the changelog has no such tag
   */
  List<ChangeSetSql> updateToSql(String tag);

  /**
   * The SQL that {@link #rollback} would run. Changes nothing.
   *
   * @param count how many changesets, from 1
   * @return the SQL that takes each changeset back, that of the last one first
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the count is less than 1
   */
  List<ChangeSetSql> rollbackSql(int count);

  /**
   * The SQL that {@link #rollbackTo} would run. Changes nothing.
   *
   * @param tag the tag, in the case in which it was given
   * @return the SQL that takes each changeset back, that of the last one first
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the database has no such tag
   */
  List<ChangeSetSql> rollbackToSql(String tag);

  /**
   * Names the present state, so that {@link #rollbackTo} finds it. A state has one tag, and a tag
   * names one state; to give a state the tag that it has does nothing.
   *
   * @param tag the tag, 1 to 255 characters
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the tag is empty or too long,
   *     when nothing is applied, when the state has another tag, or when another state has this one
   */
  void tag(String tag);

  /**
   * Makes sure that the database has everything that the changelog asks for, and that no applied
   * changeset was edited since. Changes nothing.
   *
   * @throws dev.taskstore.db.exception.SchemaOutOfDateException when changesets are pending
   * @throws dev.taskstore.db.exception.MigrationException naming file and changeset, when one was
   *     edited
   */
  void validate();

  /**
   * Compares the live database with what its applied changesets make: tables, columns with types,
   * nullability, defaults, collations and comments, keys, foreign keys with their actions, checks,
   * indexes with order and predicate, triggers and views. The changesets are run again on an empty
   * scratch database of the same kind, of which nothing remains; programs of the operating system
   * that a changeset starts are left out. The tables in which migrations keep their own records are
   * not compared.
   *
   * @return every difference
   * @throws dev.taskstore.db.exception.CapabilityNotSupportedException when the dialect does not
   *     claim {@link dev.taskstore.db.spi.Capability#SCHEMA_INSPECTION}
   */
  SchemaDrift drift();
}
