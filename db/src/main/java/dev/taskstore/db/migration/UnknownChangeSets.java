package dev.taskstore.db.migration;

/**
 * What an update does if the database contains applied changesets that the changelog does not
 * contain: a newer version of the program migrated the database, or the changesets were removed
 * from the changelog or renamed.
 *
 * <p>Changesets of other changelogs in the same database are not unknown. A changeset belongs to
 * this changelog if its file is one of the changelog's files, now or at the last update, or if its
 * file is in the folder of the master file, in a folder below it, or in the folder of another file
 * with changesets, and is not recorded for another changelog.
 */
public enum UnknownChangeSets {
  /**
   * Neither an update nor {@link Migrations#validate} reports them. For changelogs from which old
   * changesets were removed deliberately.
   */
  ACCEPT,
  /** An update logs a warning; {@link Migrations#validate} fails. The default. */
  WARN,
  /** An update fails before it changes anything, and {@link Migrations#validate} fails. */
  REFUSE
}
