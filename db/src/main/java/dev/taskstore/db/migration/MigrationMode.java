package dev.taskstore.db.migration;

/** How opening a database migrates its schema. */
public enum MigrationMode {
  /** Applies the pending changesets of the changelog. */
  UPDATE,
  /**
   * Changes nothing. Opening fails if changesets are pending or if an applied changeset was edited
   * in the changelog.
   */
  VALIDATE,
  /** Neither reads nor changes the schema. */
  NONE
}
