package dev.taskstore.migration;

import java.util.List;

/**
 * The changelog of a database: what is applied, what is not, and the ways forward and back.
 * Thread-safe; migrators of several threads and processes take turns.
 *
 * <p>All methods throw {@link dev.taskstore.db.MigrationException} when the changelog cannot be
 * read or a changeset fails.
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
   * Applies all pending changesets.
   *
   * @return how many were applied
   */
  int update();

  /**
   * Takes the last changesets back.
   *
   * @param count how many, from 1
   * @return how many were taken back: fewer than asked for when fewer are applied
   * @throws dev.taskstore.db.InvalidArgumentException when the count is less than 1
   */
  int rollback(int count);

  /**
   * Makes sure that the database has everything that the changelog asks for, and that no applied
   * changeset was edited since.
   *
   * @throws dev.taskstore.db.SchemaOutOfDateException when changesets are pending
   */
  void validate();
}
