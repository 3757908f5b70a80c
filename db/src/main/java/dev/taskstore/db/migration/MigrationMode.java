package dev.taskstore.db.migration;

/** How opening a database migrates its schema. */
public enum MigrationMode {
  /**
   * Applies the pending changesets of the changelog. {@link UnknownChangeSets} determines what
   * happens if the database is newer than the changelog.
   */
  UPDATE,
  /**
   * Changes nothing. Opening fails if changesets are pending, if an applied changeset was edited in
   * the changelog, or if the database is newer than the changelog.
   */
  VALIDATE,
  /** Neither reads nor changes the schema. */
  NONE
}
